package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.measure.ResultsTable;
import ij.plugin.filter.Analyzer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TablesTest {

    private final ResultsTable results = ResultsTable.getResultsTable();

    @BeforeEach
    @AfterEach
    void empty() {
        results.reset();
        Analyzer.setUnsavedMeasurements(false);
    }

    @Test
    void measureAddsItsRowToThoseInResultsAndInTheSameColumns() {
        Tables.append(twoObjects(), Tables.RESULTS);
        new Analyzer(IJ.createImage("x", "8-bit white", 5, 3, 1)).measure();
        assertEquals(3, results.size());
        assertEquals(42, results.getValue("Area", 0));
        assertEquals(15, results.getValue("Area", 2));
        assertEquals(255, results.getValue("Mean", 2));
        assertEquals(2, results.getValue("Object", 1));
        assertTrue(Double.isNaN(results.getValue("Object", 2)));
    }

    @Test
    void rowsAreAddedToThoseThatMeasureMade() {
        new Analyzer(IJ.createImage("x", "8-bit white", 5, 3, 1)).measure();
        Tables.append(twoObjects(), Tables.RESULTS);
        assertEquals(3, results.size());
        assertEquals(15, results.getValue("Area", 0));
        assertEquals(7, results.getValue("Area", 2));
    }

    @Test
    void rowsAreWholeNumbersAlone() {
        Tables.append(twoObjects(), "rows");
        assertEquals("42.0", Tables.get("rows", "Area", "0"));
        assertEquals("7.0", Tables.get("rows", "Area", "1.0"));
        for (String row : List.of("NaN", "0.7", "2", "-1", "", "x")) {
            assertEquals("", Tables.get("rows", "Area", row), row);
        }
    }

    @Test
    void filesHaveNineDecimalsWhereTheWindowHasThree(@TempDir Path folder) throws IOException {
        ResultsTable rows = twoObjects();
        rows.addValue("Area", 0.000012345);
        Tables.append(rows, "decimals");
        ResultsTable window = Tables.find("decimals");
        window.setDecimalPlaces(window.getColumnIndex("Object"), 1);
        Path file = folder.resolve("decimals.csv");
        Tables.save("decimals", file.toString());
        String row = window.getRowAsString(0);
        assertTrue(row.endsWith("1.0\t42.000"), row);
        Tables.close("decimals");
        assertEquals(
                List.of("1.000000000,42.000000000", "2.000000000,0.000012345"),
                Files.readAllLines(file).stream()
                        .skip(1)
                        .map(line -> line.replaceFirst("^\\d+,", ""))
                        .toList());
    }

    private static ResultsTable twoObjects() {
        ResultsTable rows = new ResultsTable();
        rows.incrementCounter();
        rows.addValue("Object", 1);
        rows.addValue("Area", 42);
        rows.incrementCounter();
        rows.addValue("Object", 2);
        rows.addValue("Area", 7);
        return rows;
    }
}
