package sc.fiji.fastsam.host;

import ij.IJ;
import ij.Macro;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.scijava.log.LogService;
import org.scijava.module.MethodCallException;

/** Tells a user why a command failed, and stops the macro that called it. */
public final class Failure {

    private static final int LINE = 80;

    private Failure() {}

    /**
     * With a display: a dialog. In a macro: the macro ends with the message. Headless outside of a
     * macro, where nobody would see either: throws.
     *
     * @throws IllegalStateException headless and outside of a macro, with the message
     */
    static void report(String title, Throwable failure, Host host) {
        IJ.showProgress(1.0);
        IJ.showStatus(title + " failed");
        if (isMacroEnd(failure)) {
            Macro.abort();
            return;
        }
        if (!isExpected(root(failure))) {
            host.context().service(LogService.class).error(title, failure);
        }
        if (GraphicsEnvironment.isHeadless() && !IJ.isMacro()) {
            throw new IllegalStateException(message(failure), failure);
        }
        tell(title, message(failure));
        Macro.abort();
    }

    /** Shows a message; in a macro, ends it. */
    public static void tell(String title, String message) {
        IJ.error(title, GraphicsEnvironment.isHeadless() ? message : wrapped(message));
    }

    /** With line breaks, which ImageJ's message boxes do not make themselves. */
    public static String wrapped(String text) {
        StringBuilder lines = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            if (column > 0 && column + word.length() > LINE) {
                lines.append('\n');
                column = 0;
            } else if (column > 0) {
                lines.append(' ');
                column++;
            }
            lines.append(word);
            int lineBreak = word.lastIndexOf('\n');
            column = lineBreak < 0 ? column + word.length() : word.length() - lineBreak - 1;
        }
        return lines.toString();
    }

    /** The message of the innermost cause, with its type where it alone says nothing. */
    public static String message(Throwable failure) {
        Throwable root = root(failure);
        if (root instanceof OutOfMemoryError) {
            return "ImageJ has run out of memory. Give it more in Edit > Options > Memory &"
                    + " Threads..., or set a smaller image_size.";
        }
        if (root instanceof LinkageError) {
            return incomplete(root);
        }
        String message = root.getMessage();
        return isExpected(root) && message != null
                ? message
                : "Unexpected error: "
                        + root
                        + "\nPlease report it with what Plugins > FastSAM > About and"
                        + " Diagnostics... copies.";
    }

    /** Why a class of a library could not be had, and what to install. */
    static String incomplete(Throwable missing) {
        return "A library that FastSAM needs is missing, or another version of it is loaded: "
                + missing
                + Installation.rivals(Failure.class.getClassLoader())
                + "\nInstall all files of FastSAM again (Fiji: Help > Update... > Manage Update Sites,"
                + " untick FastSAM and tick it again; plain ImageJ: the whole download, into plugins/"
                + " and plugins/jars/), then start ImageJ again.";
    }

    /** Unwraps what only carries another exception. */
    static Throwable root(Throwable failure) {
        boolean carrier =
                failure instanceof UncheckedIOException
                        || failure instanceof ExecutionException
                        || failure instanceof CompletionException
                        || failure instanceof MethodCallException
                        || failure instanceof InvocationTargetException
                        || failure.getClass() == RuntimeException.class;
        return carrier && failure.getCause() != null ? root(failure.getCause()) : failure;
    }

    private static boolean isExpected(Throwable root) {
        return root instanceof IllegalArgumentException
                || root instanceof IllegalStateException
                || root instanceof IOException
                || root instanceof OutOfMemoryError
                || root instanceof LinkageError
                || root.getClass().getName().startsWith("sc.fiji.fastsam.");
    }

    private static boolean isMacroEnd(Throwable failure) {
        return Macro.MACRO_CANCELED.equals(failure.getMessage());
    }
}
