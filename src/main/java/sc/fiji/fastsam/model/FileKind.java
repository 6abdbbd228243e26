package sc.fiji.fastsam.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What a file is, by its first bytes. */
public enum FileKind {
    /** A zip archive; PyTorch's checkpoints are such. */
    ZIP,
    /** Weights without a network, of Hugging Face. */
    SAFETENSORS,
    /** A checkpoint of PyTorch before 1.6. */
    OLD_PYTORCH,
    /** HTML or XML: what servers send instead of files. */
    WEB_PAGE,
    /** Three lines that stand for a file kept elsewhere. */
    LFS_POINTER,
    /** PNG, TIFF or JPEG. */
    IMAGE,
    /** No bytes at all. */
    EMPTY,
    /** None of these; ONNX files are such. */
    OTHER;

    private static final int HEAD = 64;
    private static final String OLD_MAGIC = "\u0080\2\u008a\nl\u00fc\u009cF\u00f9 j\u00a8P\u0019";

    /**
     * Reads a file's first 64 bytes.
     *
     * @throws IOException if it cannot be read
     */
    public static FileKind of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return of(in.readNBytes(HEAD));
        }
    }

    /** Likewise, of bytes. */
    static FileKind of(byte[] head) {
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.isEmpty()) {
            return EMPTY;
        } else if (text.startsWith("PK")) {
            return ZIP;
        } else if (text.startsWith(OLD_MAGIC)) {
            return OLD_PYTORCH;
        } else if (text.length() > 9 && text.startsWith("\0\0{", 6)) {
            // NB: the length of the header in 8 bytes, then the header in JSON.
            return SAFETENSORS;
        } else if (text.startsWith("version https://git-lfs")) {
            return LFS_POINTER;
        } else if (isWebPage(text)) {
            return WEB_PAGE;
        }
        return isImage(text) ? IMAGE : OTHER;
    }

    private static boolean isWebPage(String text) {
        String start = text.stripLeading().toLowerCase(Locale.ROOT);
        return start.startsWith("<!doctype")
                || start.startsWith("<html")
                || start.startsWith("<?xml");
    }

    private static boolean isImage(String text) {
        return text.startsWith("\u0089PNG")
                || text.startsWith("II*\0")
                || text.startsWith("MM\0*")
                || text.startsWith("\u00ff\u00d8\u00ff");
    }
}
