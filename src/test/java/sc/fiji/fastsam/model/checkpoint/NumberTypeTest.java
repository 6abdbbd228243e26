package sc.fiji.fastsam.model.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class NumberTypeTest {

    @Test
    void typesAreReadLeastByteFirst() {
        ByteBuffer bytes = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort((short) 0x3fc0).flip();
        assertEquals(1.5f, NumberType.BFLOAT16.get(bytes));
        bytes.clear().putShort((short) 0xc000).flip();
        assertEquals(-2f, NumberType.HALF.get(bytes));
        bytes.clear().putDouble(-2.5).flip();
        assertEquals(-2.5f, NumberType.DOUBLE.get(bytes));
        bytes.clear().putLong(-3).flip();
        assertEquals(-3f, NumberType.LONG.get(bytes));
    }
}
