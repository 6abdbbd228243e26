package sc.fiji.fastsam.updatesite;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What went wrong, in words: Java's own exceptions of files name the file and no more. */
public final class Messages {

    private Messages() {}

    /** A sentence. */
    public static String of(Throwable e) {
        if (e instanceof NoSuchFileException missing) {
            return "There is no file " + missing.getFile() + ".";
        }
        if (e instanceof AccessDeniedException denied) {
            return "No permission to use " + denied.getFile() + ".";
        }
        if (e instanceof FileSystemException file) {
            return file.getFile() + ": " + file.getReason() + ".";
        }
        return String.valueOf(e.getMessage());
    }
}
