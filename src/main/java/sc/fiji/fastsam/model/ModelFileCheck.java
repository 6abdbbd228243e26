package sc.fiji.fastsam.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells files that are no networks from their first bytes, and says what they are instead. */
final class ModelFileCheck {

    private static final String IMPORT =
            "Import it first, on the command line: fastsam models add FILE.pt. (FastSAM's own two are"
                    + " fetched by Plugins > FastSAM > Models... too.)";

    private ModelFileCheck() {}

    static void check(ModelFile file, Path path) throws ModelException {
        checkExists(file, path);
        String problem = problem(kind(file, path));
        if (!problem.isEmpty()) {
            throw file.problem(problem);
        }
    }

    static void checkExists(ModelFile file, Path path) throws ModelException {
        if (Files.notExists(path)) {
            throw file.problem(
                    "does not exist, or was moved since it was chosen. Choose the file again, or"
                            + " leave the model empty for the bundled network.");
        }
        if (Files.isDirectory(path)) {
            throw file.problem("is a folder. Name the network's file in it.");
        }
    }

    private static FileKind kind(ModelFile file, Path path) throws ModelException {
        try {
            return FileKind.of(path);
        } catch (IOException e) {
            throw file.problem(
                    "cannot be read (" + e + "). Check its permissions and its drive.", e);
        }
    }

    private static String problem(FileKind kind) {
        return switch (kind) {
            case EMPTY -> "is empty. Download or export it again.";
            case ZIP, OLD_PYTORCH -> "is a PyTorch or zip file, not an ONNX file. " + IMPORT;
            case SAFETENSORS ->
                    "is a safetensors file, which holds weights but no network. Name an ONNX file.";
            case WEB_PAGE ->
                    "is a web page, not an ONNX file: the download saved the page about the"
                            + " file. Download the file itself.";
            case LFS_POINTER ->
                    "is only a Git LFS pointer to an ONNX file. Fetch the file itself (git lfs"
                            + " pull).";
            case IMAGE -> "is an image, not an ONNX file. Name the network's .onnx file.";
            case OTHER -> "";
        };
    }
}
