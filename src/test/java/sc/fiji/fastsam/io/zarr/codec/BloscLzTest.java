package sc.fiji.fastsam.io.zarr.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class BloscLzTest {

    @Test
    void aCopyRepeatsWhatCameBeforeAlsoOverItself() throws IOException {
        // Literals "ab" (1 + 1), then a copy of length 3 + 2 from 1 + 1 before.
        byte[] in = {1, 'a', 'b', 3 << 5, 1};
        byte[] out = new byte[8];
        assertEquals(7, BloscLz.decode(in, 0, in.length, out, 0, 8));
        assertArrayEquals(new byte[] {'a', 'b', 'a', 'b', 'a', 'b', 'a', 0}, out);
    }

    @Test
    void longCopiesAddFurtherBytes() throws IOException {
        byte[] in = {0, 'a', (byte) (7 << 5), (byte) 255, 10, 0};
        byte[] out = new byte[300];
        assertEquals(1 + 7 + 2 + 255 + 10, BloscLz.decode(in, 0, in.length, out, 0, 300));
        assertEquals('a', out[274]);
        assertEquals(0, out[275]);
    }

    @Test
    void runsThatLeaveTheBlockAreRefused() {
        byte[] before = {0, 'a', 3 << 5, 1};
        assertThrows(IOException.class, () -> BloscLz.decode(before, 0, 4, new byte[9], 0, 9));
        byte[] beyond = {0, 'a', 3 << 5, 0};
        assertThrows(IOException.class, () -> BloscLz.decode(beyond, 0, 4, new byte[5], 0, 5));
        byte[] cut = {5, 'a'};
        assertThrows(IOException.class, () -> BloscLz.decode(cut, 0, 2, new byte[9], 0, 9));
    }
}
