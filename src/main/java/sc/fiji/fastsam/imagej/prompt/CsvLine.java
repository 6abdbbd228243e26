package sc.fiji.fastsam.imagej.prompt;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.commons.csv.CSVRecord;

/**
 * One line of a table of prompts.
 *
 * @param file the table, for messages
 * @param number of the line, from 1, for messages
 * @param record its cells
 * @param decimalComma true where "1,5" is a number
 */
record CsvLine(Path file, long number, CSVRecord record, boolean decimalComma) {

    /** A cell's text, empty without such a column. */
    String text(String column) {
        return record.isSet(column) ? record.get(column) : "";
    }

    double number(String column) throws IOException {
        String cell = text(column);
        try {
            return Double.parseDouble(decimalComma ? cell.replace(',', '.') : cell);
        } catch (NumberFormatException e) {
            throw wrong(column + " must be a number, but was \"" + cell + "\"");
        }
    }

    /** A whole number, 0 where the cell is empty. */
    int place(String column) throws IOException {
        if (text(column).isEmpty()) {
            return 0;
        }
        double number = number(column);
        if (number != Math.rint(number)) {
            throw wrong(column + " must be a whole number, but was \"" + text(column) + "\"");
        }
        return (int) number;
    }

    IOException wrong(String what) {
        return wrong(file, number, what);
    }

    static IOException wrong(Path file, long line, String what) {
        return new IOException(
                "Line "
                        + line
                        + " of "
                        + file
                        + ": "
                        + what.replaceFirst("\\.$", "")
                        + ". Columns are prompt,kind,x,y,width,height and, where needed,"
                        + " role,slice,channel,frame,image.");
    }
}
