package sc.fiji.fastsam.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class TensorTest {

    @Test
    void theArrayIsTakenNotCopied() {
        float[] values = {1, 2, 3, 4, 5, 6};
        Tensor tensor = Tensor.of(values, 1, 2, 3);
        assertSame(values, tensor.values());
        assertSame(values, tensor.reshaped(3, 2).values());
    }

    @Test
    void theShapeCannotBeChangedFromOutside() {
        int[] shape = {2, 3};
        Tensor tensor = Tensor.of(new float[6], shape);
        shape[0] = 9;
        tensor.shape()[1] = 9;
        assertArrayEquals(new int[] {2, 3}, tensor.shape());
        assertEquals("[2, 3]", tensor.toString());
    }

    @Test
    void lengthAndRankFollowTheShape() {
        Tensor tensor = Tensor.zeros(4, 1, 5);
        assertEquals(3, tensor.rank());
        assertEquals(5, tensor.length(2));
        assertEquals(20, tensor.values().length);
    }

    @Test
    void aShapeOfAnotherSizeIsRefused() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Tensor.of(new float[5], 2, 3));
        assertEquals(
                "A tensor of shape [2, 3] has 6 elements, but the array has 5.", e.getMessage());
    }

    @Test
    void aTensorWithoutElementsIsAllowed() {
        assertEquals(0, Tensor.zeros(1, 0, 38).values().length);
    }
}
