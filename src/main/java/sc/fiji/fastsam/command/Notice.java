package sc.fiji.fastsam.command;

import ij.IJ;
import java.util.Locale;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.host.StatusLine;
import sc.fiji.fastsam.settings.Counted;

/** What a user is told at the end of a run that worked. */
final class Notice {

    private static final String ADVICE =
            "No object was found in \"%s\".\n \n"
                    + "What to try:\n"
                    + "- Set the object diameter: measure a typical object with the line tool.\n"
                    + "- Lower the confidence, as to 0.1.\n"
                    + "- Zoom in on a part and segment a selection.\n"
                    + "- More settings: another channel, or contrast = display.";

    private Notice() {}

    /**
     * One line in the status bar; notes in the log.
     *
     * @param dialog whether the user said OK in a dialog: then the log has a line too, or where
     *     there is nothing a box has advice
     */
    static void show(ImageObjects found, boolean dialog) {
        StatusLine.show(
                String.format(
                        Locale.ROOT,
                        "%s in %s (%s)",
                        Counted.objects(found.count()),
                        found.source().getTitle(),
                        found.summary().network().device()));
        if (dialog && found.count() > 0) {
            log(line(found));
        }
        found.notes().forEach(Notice::log);
        warnOfLabels(found);
        // NB: a box would hold up a script that goes through many images.
        if (dialog && found.count() == 0) {
            advise(found.source().getTitle());
        }
    }

    /**
     * One line in the status bar; notes in the log.
     *
     * @param counted whether the line is written to the log too
     */
    static void showPrompted(ImageObjects found, boolean counted) {
        String line = found.toString();
        StatusLine.show(line);
        if (counted) {
            log(line);
        }
        found.notes().stream()
                .filter(note -> !counted || !line.contains(note))
                .forEach(Notice::log);
        warnOfLabels(found);
    }

    private static void warnOfLabels(ImageObjects found) {
        String line = LabelNote.line(found.source());
        if (!line.isEmpty()) {
            log(line);
        }
    }

    /** Number, typical diameter, scale, and what to do where it is not right. */
    private static String line(ImageObjects found) {
        return String.format(
                Locale.ROOT,
                "%s, %s, scale %s. Not right? Set the object diameter if objects are missed,"
                        + " merged or split; change the confidence if there are too many or too"
                        + " few.",
                found,
                found.sizes().phrase(),
                found.sizes().scales());
    }

    /** A line in the log that says whose it is. */
    static void log(String text) {
        IJ.log("FastSAM: " + text);
    }

    private static void advise(String title) {
        if (!IJ.isMacro() && IJ.getInstance() != null) {
            IJ.showMessage("FastSAM", String.format(Locale.ROOT, ADVICE, title));
        }
    }
}
