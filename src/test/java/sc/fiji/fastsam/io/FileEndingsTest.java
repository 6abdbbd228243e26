package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileEndingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"a.scn", "b.LSM", "c.stk", "d.flex", "e.svs", "f.gel", "g.dcm"})
    void whatIsReadIsOfNoForeignFormat(String name) {
        assertTrue(FileEndings.isRead(name));
        assertFalse(ForeignFormat.ofName(name).isPresent());
        assertFalse(FileEndings.isOfLabels(name));
    }

    @ParameterizedTest
    @CsvSource({"a.TIF,true", "b.png,true", "c.zarr,true", "d.jpg,false", "e.czi,false", "f,false"})
    void labelImagesAreSavedInFormatsThatKeepNumbers(String name, boolean isOfLabels) {
        assertEquals(isOfLabels, FileEndings.isOfLabels(name));
    }
}
