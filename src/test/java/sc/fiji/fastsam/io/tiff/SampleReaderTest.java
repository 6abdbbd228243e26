package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SampleReaderTest {

    @ParameterizedTest
    @CsvSource({
        "16, 0x3c00, 1",
        "16, 0xc100, -2.5",
        "24, 0x3f0000, 1",
        "24, 0xc04000, -2.5",
        "24, 0x7effff, 18446603336221196288",
        "24, 0x000001, 3.308722450212111e-24",
        "24, 0x7f0000, Infinity",
        "24, 0x7f0001, NaN"
    })
    void smallFloatsAreExact(int bits, int pattern, double expected) {
        assertEquals(expected, SampleReader.toDouble(pattern, bits));
    }
}
