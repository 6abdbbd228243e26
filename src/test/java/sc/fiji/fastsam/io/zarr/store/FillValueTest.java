package sc.fiji.fastsam.io.zarr.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FillValueTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        >u2|258|0102
        <u2|258|0201
        >i2|-2|fffe
        >u8|18446744073709551615|ffffffffffffffff
        >i8|-9223372036854775808|8000000000000000
        >u4|1e3|000003e8
        >u1|255.0|ff
        =b1|true|01
        =b1|1|01
        >f2|1.5|3e00
        >f4|1.5|3fc00000
        >f4|"NaN"|7fc00000
        >f4|"0x7fc00001"|7fc00001
        >f8|"-Infinity"|fff0000000000000
        <f8|1|000000000000f03f
        >u2|null|0000
        """)
    void isTheBytesOfAnElement(String type, String json, String bytes) throws IOException {
        assertArrayEquals(HexFormat.of().parseHex(bytes), read(type, json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
        >u2|65536
        >u2|-1
        >i1|128
        >i2|0.5
        >u8|18446744073709551616
        >u1|1e400
        >u4|"7"
        =b1|2
        >f4|"abc"
        >f4|{}
        """)
    void mustFitTheType(String type, String json) {
        assertThrows(IOException.class, () -> read(type, json));
    }

    private static byte[] read(String type, String json) throws IOException {
        JsonFields fields =
                JsonFields.read("x", new StringReader("{\"fill_value\": " + json + "}"), false);
        return FillValue.of(fields, ElementType.ofV2(type).orElseThrow());
    }

    @Test
    void typesOfOtherOrdersAndSizesAreUnknown() {
        assertEquals(ByteOrder.BIG_ENDIAN, ElementType.ofV2(">f8").orElseThrow().order());
        for (String name : new String[] {"<c8", "u2", "<u3", "<f16", "", "<M8[ns]"}) {
            assertEquals(true, ElementType.ofV2(name).isEmpty(), name);
        }
    }
}
