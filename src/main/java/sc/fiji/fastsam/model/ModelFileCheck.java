package sc.fiji.fastsam.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** Tells files that are no networks from their first bytes, and says what they are instead. */
final class ModelFileCheck {

    private static final String EXPORT =
            "Export it to ONNX first (with Ultralytics: yolo export model=FILE.pt format=onnx"
                    + " dynamic=True).";

    private ModelFileCheck() {}

    static void check(ModelFile file, Path path) throws ModelException {
        if (Files.notExists(path)) {
            throw file.problem(
                    "does not exist, or was moved since it was chosen. Choose the file again, or"
                            + " leave the model empty for the bundled network.");
        }
        if (Files.isDirectory(path)) {
            throw file.problem("is a folder. Name the .onnx file in it.");
        }
        byte[] head = head(file, path);
        if (head.length == 0) {
            throw file.problem("is empty. Download or export it again.");
        }
        checkHead(file, head);
    }

    private static byte[] head(ModelFile file, Path path) throws ModelException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(64);
        } catch (IOException e) {
            throw file.problem(
                    "cannot be read (" + e + "). Check its permissions and its drive.", e);
        }
    }

    private static void checkHead(ModelFile file, byte[] head) throws ModelException {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("PK")) {
            throw file.problem("is a PyTorch or zip file, not an ONNX file. " + EXPORT);
        }
        if (start.startsWith("<!doctype")
                || start.startsWith("<html")
                || start.startsWith("<?xml")) {
            throw file.problem(
                    "is a web page, not an ONNX file: the download saved the page about the"
                            + " file. Download the file itself.");
        }
        if (text.startsWith("version https://git-lfs")) {
            throw file.problem(
                    "is only a Git LFS pointer to an ONNX file. Fetch the file itself (git lfs"
                            + " pull).");
        }
        if (isImage(head, text)) {
            throw file.problem("is an image, not an ONNX file. Name the network's .onnx file.");
        }
    }

    private static boolean isImage(byte[] head, String text) {
        byte[] jpeg = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
        return text.startsWith("\u0089PNG")
                || text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || head.length >= 3 && Arrays.equals(head, 0, 3, jpeg, 0, 3);
    }
}
