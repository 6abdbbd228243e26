package sc.fiji.fastsam.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTypeTest {

    /** Bits and values from IEEE 754. */
    @ParameterizedTest
    @CsvSource({
        "0x0000, 0",
        "0x8000, -0.0",
        "0x3c00, 1",
        "0xc000, -2",
        "0x7bff, 65504",
        "0x0400, 0.00006103515625",
        "0x0001, 5.9604644775390625e-8",
        "0x83ff, -6.097555160522461e-5",
        "0x3555, 0.333251953125",
        "0x7c00, Infinity",
        "0xfc00, -Infinity",
        "0x7e00, NaN"
    })
    void halvesAreExact(int bits, float expected) {
        assertEquals(expected, NumberType.half((short) bits));
    }

    @Test
    void otherTypesAreReadLeastByteFirst() {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0x3fc0).flip();
        assertEquals(1.5f, NumberType.BFLOAT16.get(bytes));
        bytes.clear().putDouble(-2.5).flip();
        assertEquals(-2.5f, NumberType.DOUBLE.get(bytes));
        bytes.clear().putLong(-3).flip();
        assertEquals(-3f, NumberType.LONG.get(bytes));
    }
}
