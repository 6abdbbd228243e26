package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvWriterTest {

    @Test
    void rowsEndWithALineFeedAndCommasAreQuoted() throws IOException {
        StringBuilder out = new StringBuilder();
        CsvWriter csv = new CsvWriter(out);
        csv.row(List.of("image", "unit"));
        csv.row(List.of("a, b.tif", ""));
        assertEquals("image,unit\n\"a, b.tif\",\n", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+cmd", "-a", "@SUM(A1)", "-1-2", "--1", "-", "+1e", "\t=1"})
    void aTextThatASpreadsheetWouldRunIsWrittenAsText(String cell) throws IOException {
        assertEquals(row("'" + cell), row(cell));
        assertEquals("./" + cell, CsvWriter.path(cell));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "-0.25", "+3", "-.5", "-2.", "-1.5e-7", "a=b", "1-2", "", "/=x"})
    void numbersAndOtherTextsStayAsTheyAre(String cell) throws IOException {
        assertEquals(cell + "\n", row("x", cell).substring(2));
        assertEquals(cell, CsvWriter.path(cell));
    }

    private static String row(String... cells) throws IOException {
        StringBuilder out = new StringBuilder();
        new CsvWriter(out).row(List.of(cells));
        return out.toString();
    }
}
