package sc.fiji.fastsam.host;

import ij.IJ;
import ij.WindowManager;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import ij.text.TextWindow;
import java.awt.Frame;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import sc.fiji.fastsam.io.StagedFiles;

/**
 * Tables that commands add rows to, by title. "Results" is ImageJ's own, which macros reach with
 * windows, in batch mode and headless alike. All others are windows; headless, where ImageJ has
 * none, they are kept here.
 */
public final class Tables {

    /** ImageJ's own table. */
    static final String RESULTS = "Results";

    /** Of numbers in files, the most that ImageJ has. */
    private static final int DECIMALS = 9;

    private static final int MAX_HEIGHT = 260;
    private static final int HEAD_HEIGHT = 110;
    private static final int ROW_HEIGHT = 20;

    private static final Map<String, ResultsTable> HEADLESS = new ConcurrentHashMap<>();

    private Tables() {}

    /**
     * Refuses titles that no table can have.
     *
     * @param key of the title
     * @throws IllegalArgumentException if the title is blank, or that of a window without a table
     */
    public static void check(String key, String title) {
        if (title.isBlank()) {
            throw new IllegalArgumentException(
                    key
                            + " must be the title of a table, but was empty. Give one, or leave the"
                            + " key out.");
        }
        Frame frame = GraphicsEnvironment.isHeadless() ? null : WindowManager.getFrame(title);
        boolean isTable = frame instanceof TextWindow text && isTable(text);
        if (frame != null && !isTable && !title.equals(RESULTS)) {
            throw new IllegalArgumentException(
                    key
                            + " is \""
                            + title
                            + "\", a window that is no table. Give the table another title.");
        }
    }

    /** NB: ImageJ's Log is a window of the same kind. */
    private static boolean isTable(TextWindow window) {
        return window.getResultsTable() != null;
    }

    /** Appends all rows and shows the table; what is in it stays. */
    static void append(ResultsTable rows, String title) {
        ResultsTable known = find(title);
        ResultsTable table = known == null ? new ResultsTable() : known;
        if (title.equals(RESULTS)) {
            prepareForMeasure(table);
        }
        table.setNaNEmptyCells(true);
        for (int row = 0; row < rows.size(); row++) {
            table.incrementCounter();
            if (rows.getLabel(row) != null) {
                table.addLabel(rows.getLabel(row));
            }
            appendCells(rows, row, table);
        }
        if (GraphicsEnvironment.isHeadless() && !title.equals(RESULTS)) {
            HEADLESS.put(title, table);
        } else {
            table.show(title);
            makeLow(known == null ? WindowManager.getFrame(title) : null, table.size());
        }
    }

    /**
     * NB: ImageJ's own Measure empties Results without a word where the table lacks the columns
     * that it writes to by their numbers; and it asks for unsaved rows before they go.
     */
    private static void prepareForMeasure(ResultsTable results) {
        if (results.size() == 0) {
            results.setDefaultHeadings();
        }
        Analyzer.setUnsavedMeasurements(true);
    }

    /** A new window no higher than its rows need, so that it fits below images on a laptop. */
    private static void makeLow(Frame window, int rows) {
        if (window != null) {
            int height = Math.min(MAX_HEIGHT, HEAD_HEIGHT + rows * ROW_HEIGHT);
            window.setSize(window.getWidth(), Math.min(height, window.getHeight()));
        }
    }

    /** The table of a title, or null. */
    static ResultsTable find(String title) {
        if (title.equals(RESULTS)) {
            return ResultsTable.getResultsTable();
        }
        return GraphicsEnvironment.isHeadless()
                ? HEADLESS.get(title)
                : ResultsTable.getResultsTable(title);
    }

    /**
     * The number of rows of a table, 0 where there is none. For macros: {@code
     * call("sc.fiji.fastsam.host.Tables.size", title)}.
     */
    public static String size(String title) {
        ResultsTable table = find(title);
        return Integer.toString(table == null ? 0 : table.size());
    }

    /**
     * The value of a cell. Ends the macro with a message if there is no such cell. For macros:
     * {@code call("sc.fiji.fastsam.host.Tables.get", title, "Area", "" + row)}.
     *
     * @param row counted from 0
     */
    public static String get(String title, String column, String row) {
        ResultsTable table = find(title);
        boolean isThere = table != null && table.columnExists(column);
        int index = isThere ? index(row) : -1;
        if (index < 0 || index >= table.size()) {
            IJ.error(
                    "FastSAM",
                    "There is no cell " + column + ", " + row + " in \"" + title + "\".");
            return "";
        }
        double value = table.getValue(column, index);
        return Double.isNaN(value) ? table.getStringValue(column, index) : Double.toString(value);
    }

    /** The whole number that a text is, as macros write it; -1 for any other text. */
    private static int index(String text) {
        return text.matches("\\d{1,9}(\\.0*)?") ? (int) Double.parseDouble(text) : -1;
    }

    /**
     * Writes a table into a file, numbers with nine decimals, as text with commas where it ends
     * with ".csv", else with tabs; the same with windows and headless. Ends the macro with a
     * message if there is no such table, or it cannot be written. For macros: {@code
     * call("sc.fiji.fastsam.host.Tables.save", title, path)}.
     */
    public static void save(String title, String path) {
        ResultsTable table = find(title);
        if (table == null) {
            IJ.error("FastSAM", "There is no table \"" + title + "\" to save.");
            return;
        }
        try {
            write(table, Path.of(path));
        } catch (IOException e) {
            IJ.error("FastSAM", e.getMessage());
        }
    }

    /** NB: ImageJ writes a table under a path only, and not all of it or nothing. */
    private static void write(ResultsTable table, Path target) throws IOException {
        boolean commas = target.toString().toLowerCase(Locale.ROOT).endsWith(".csv");
        Path whole = Files.createTempFile("fastsam-table", commas ? ".csv" : ".txt");
        try (StagedFiles files = new StagedFiles()) {
            // NB: a copy, as the window takes the file's name for its title.
            ResultsTable precise = (ResultsTable) table.clone();
            // NB: makes the decimal places its own, which ImageJ's copies share with the window.
            precise.addColumns();
            precise.setPrecision(DECIMALS);
            precise.saveAs(whole.toString());
            files.write(target, out -> Files.copy(whole, out));
            files.commit();
        } finally {
            Files.delete(whole);
        }
    }

    /**
     * Takes a table off, without asking and saving; does nothing where there is none, as for
     * ImageJ's Log. For macros, which thereby begin with an empty one. Never ImageJ's Results.
     */
    public static void close(String title) {
        if (title.equals(RESULTS)) {
            IJ.error("FastSAM", "Results is ImageJ's own table. Use run(\"Clear Results\").");
        } else if (GraphicsEnvironment.isHeadless()) {
            HEADLESS.remove(title);
        } else if (WindowManager.getFrame(title) instanceof TextWindow window && isTable(window)) {
            window.close(false);
        }
    }

    private static void appendCells(ResultsTable rows, int row, ResultsTable table) {
        for (int column = 0; column <= rows.getLastColumn(); column++) {
            String heading = rows.getColumnHeading(column);
            if (!rows.columnExists(column) || heading == null) {
                continue;
            }
            double value = rows.getValueAsDouble(column, row);
            if (Double.isNaN(value)) {
                table.addValue(heading, rows.getStringValue(column, row));
            } else {
                table.addValue(heading, value);
            }
        }
    }
}
