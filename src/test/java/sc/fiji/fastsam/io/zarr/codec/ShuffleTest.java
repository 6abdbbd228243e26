package sc.fiji.fastsam.io.zarr.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class ShuffleTest {

    @Test
    void bytesGoBackToTheirElementsAndABrokenOneStays() {
        byte[] out = new byte[9];
        // Three elements of two bytes: first bytes 1 2 3, second bytes 4 5 6; then half an element.
        Shuffle.BYTES.undo(new byte[] {1, 2, 3, 4, 5, 6, 7}, out, 1, 7, 2);
        assertArrayEquals(new byte[] {0, 1, 4, 2, 5, 3, 6, 7, 0}, out);
    }

    @Test
    void bitsGoBackToTheirElements() {
        byte[] out = new byte[8];
        // Bit 0 of elements 0 and 3, bit 1 of all, bit 7 of element 7.
        byte[] in = {0b00001001, (byte) 0xff, 0, 0, 0, 0, 0, (byte) 0b10000000};
        Shuffle.BITS.undo(in, out, 0, 8, 1);
        assertArrayEquals(new byte[] {3, 2, 2, 3, 2, 2, 2, (byte) 0x82}, out);
    }

    @Test
    void bitsOfTwoBytesAreSixteenRows() {
        byte[] in = new byte[16];
        in[0] = 0b00000010;
        in[9] = 0b00000001;
        byte[] out = new byte[16];
        Shuffle.BITS.undo(in, out, 0, 16, 2);
        byte[] expected = new byte[16];
        expected[2] = 1;
        expected[1] = 2;
        assertArrayEquals(expected, out);
    }

    @Test
    void bitsOfElementsThatAreNotInEightsStay() {
        byte[] out = new byte[3];
        Shuffle.BITS.undo(new byte[] {1, 2, 3}, out, 0, 3, 1);
        assertArrayEquals(new byte[] {1, 2, 3}, out);
    }
}
