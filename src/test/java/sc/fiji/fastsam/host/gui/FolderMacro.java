package sc.fiji.fastsam.host.gui;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** The macro for folders, with windows, while the user has a table of measurements open. */
final class FolderMacro {

    private FolderMacro() {}

    /** Arguments: what is seen, and an image file. */
    static void play(Seen seen, String image) throws IOException {
        Path in = Files.createTempDirectory("fastsam-in");
        Path out = Files.createTempDirectory("fastsam-out");
        Files.copy(Path.of(image), in.resolve("one.png"));
        Files.writeString(in.resolve("damaged.tif"), "no image");
        IJ.runMacro("run('Clear Results'); setResult('Mine', 0, 7); updateResults();");
        int images = WindowManager.getImageCount();
        IJ.runMacroFile(Path.of("macros", "folder.ijm").toAbsolutePath() + "", in + "," + out);
        ResultsTable mine = ResultsTable.getResultsTable();
        seen.put("folder.results", mine.size() + " " + mine.getColumnHeadings().strip());
        seen.put("folder.mine", mine.getValue("Mine", 0));
        seen.put("folder.rows", Files.readAllLines(out.resolve("objects.csv")).size() > 15);
        seen.put("folder.summary", Files.readAllLines(out.resolve("summary.csv")).size());
        seen.put("folder.images", WindowManager.getImageCount() - images);
        seen.put("folder.table", Session.rows("Summary of " + in.getFileName()));
        IJ.log("kept");
        IJ.runMacro("call('sc.fiji.fastsam.host.Tables.close', 'Log');");
        seen.put("folder.log", WindowManager.getFrame("Log") != null);
        delete(in);
        delete(out);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
