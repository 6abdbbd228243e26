package sc.fiji.fastsam.model.checkpoint;

import sc.fiji.fastsam.model.FileKind;

/** What to say of files that are no zip archives. */
final class OtherFiles {

    private OtherFiles() {}

    static void check(FileKind kind) throws CheckpointException {
        if (kind != FileKind.ZIP) {
            throw new CheckpointException(message(kind));
        }
    }

    private static String message(FileKind kind) {
        return switch (kind) {
            case SAFETENSORS ->
                    "is a safetensors file, which holds weights but not how they are connected."
                            + " Import the .pt file of the same network";
            case OLD_PYTORCH ->
                    "was written by PyTorch before 1.6 or in its old format. Save it again with"
                            + " torch.save of a newer PyTorch";
            case WEB_PAGE ->
                    "is a web page: the download saved the page about the file. Download the file"
                            + " itself";
            case LFS_POINTER -> "is only a Git LFS pointer. Fetch the file itself (git lfs pull)";
            case IMAGE -> "is an image";
            case EMPTY -> "is empty. Download or copy it again";
            default -> "is no checkpoint of PyTorch (a zip archive that torch.save writes)";
        };
    }
}
