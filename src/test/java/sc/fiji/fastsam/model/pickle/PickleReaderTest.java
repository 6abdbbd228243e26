package sc.fiji.fastsam.model.pickle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pickles typed as Python's pickletools shows them. */
class PickleReaderTest {

    private static Object read(String opcodes) throws PickleException {
        byte[] bytes = ("\u0080\2" + opcodes + ".").getBytes(StandardCharsets.ISO_8859_1);
        return PickleReader.read(bytes, name -> name.module().equals("known"));
    }

    @Test
    void constantsAndNumbersAreRead() throws PickleException {
        assertEquals(None.NONE, read("N"));
        assertEquals(true, read("\u0088"));
        assertEquals(false, read("\u0089"));
        assertEquals(200L, read("K\u00c8"));
        assertEquals(65280L, read("M\0\u00ff"));
        assertEquals(-2L, read("J\u00fe\u00ff\u00ff\u00ff"));
        assertEquals(-256L, read("\u008a\2\0\u00ff"));
        assertEquals(0L, read("\u008a\0"));
        assertEquals(1.5, read("G\u003f\u00f8\0\0\0\0\0\0"));
        assertEquals("a\u00e9", read("X\3\0\0\0a\u00c3\u00a9"));
    }

    @Test
    void containersHoldWhatWasPutIn() throws PickleException {
        assertEquals(List.of(1L, 2L, 3L), list(read("](K\1K\2eK\3a")));
        assertEquals(List.of(1L, 2L), list(read("K\1K\2\u0086")));
        assertEquals(List.of(1L, 2L, 3L, 4L), list(read("(K\1K\2K\3K\4t")));
        assertEquals(List.of(), list(read(")")));
        PickleDict dict = (PickleDict) read("}(K\1K\2NK\3uK\4Ns");
        assertEquals("[1, NONE, 4]", dict.entries().keySet().toString());
        assertEquals(Optional.of(2L), dict.get(1L));
        assertEquals(Optional.empty(), dict.get(4L));
    }

    private static List<Object> list(Object value) {
        return assertInstanceOf(PickleList.class, value).items();
    }

    @Test
    void keptValuesAreTheSame() throws PickleException {
        List<Object> items = list(read("](]q\0h\0h\0e"));
        assertSame(items.get(0), items.get(1));
        assertSame(items.get(0), items.get(2));
    }

    @Test
    void callsAndObjectsBecomeTheirNames() throws PickleException {
        PickleObject call = (PickleObject) read("cknown\nf\nK\1K\2\u0086R");
        assertEquals("known.f", call.className().toString());
        assertEquals(List.of(1L, 2L), call.arguments());
        PickleObject object = (PickleObject) read("cknown\nC\n)\u0081}X\1\0\0\0aK\7sb");
        assertEquals(Optional.of(7L), object.state().get("a"));
        PersistentId id = (PersistentId) read("K\5Q");
        assertEquals(5L, id.id());
    }

    @Test
    void bothDictionariesOfAStateAreTaken() throws PickleException {
        PickleObject object = (PickleObject) read("cknown\nC\n)\u0081}K\1K\2s}K\3K\4s\u0086b");
        assertEquals("[1, 3]", object.state().entries().keySet().toString());
    }

    @ParameterizedTest
    @CsvSource({"unknown, f", "knownx, f", "'', f"})
    void otherNamesAreRefused(String module, String name) {
        String message =
                assertThrows(PickleException.class, () -> read("c" + module + "\n" + name + "\n"))
                        .getMessage();
        assertTrue(message.contains("names " + module + "." + name), message);
    }

    @Test
    void otherProtocolsAreRefused() {
        byte[] bytes = {(byte) 0x80, 4, 'N', '.'};
        String message =
                assertThrows(PickleException.class, () -> PickleReader.read(bytes, name -> true))
                        .getMessage();
        assertTrue(message.contains("protocol 4, not 2"), message);
    }
}
