package sc.fiji.fastsam.io;

import java.io.Flushable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes comma-separated values, a line feed after each row. Spreadsheets take a cell that begins
 * with {@code =}, {@code +}, {@code -} or {@code @} for a formula, and run it: such a text, if it
 * is no number, gets an apostrophe before it. The path of a file, {@link #path}, gets {@code ./},
 * so that it still leads there.
 */
public final class CsvWriter implements Flushable {

    private static final CSVFormat FORMAT =
            CSVFormat.DEFAULT.builder().setRecordSeparator('\n').get();

    private static final String FORMULA_STARTS = "=+-@\t\r\n";
    private static final Pattern NUMBER =
            Pattern.compile("[+-](\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private final CSVPrinter csv;

    /**
     * @param out stays open
     * @throws IOException if it cannot be written
     */
    public CsvWriter(Appendable out) throws IOException {
        this.csv = new CSVPrinter(out, FORMAT);
    }

    /**
     * Writes a row.
     *
     * @throws IOException if it cannot be written
     */
    public void row(List<String> cells) throws IOException {
        List<String> harmless = new ArrayList<>(cells.size());
        for (String cell : cells) {
            harmless.add(isFormula(cell) ? "'" + cell : cell);
        }
        csv.printRecord(harmless);
    }

    /** The cell of a file's path or name: the same file, and no formula. */
    public static String path(String path) {
        return isFormula(path) ? "./" + path : path;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty()
                && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0
                && !NUMBER.matcher(cell).matches();
    }

    @Override
    public void flush() throws IOException {
        csv.flush();
    }
}
