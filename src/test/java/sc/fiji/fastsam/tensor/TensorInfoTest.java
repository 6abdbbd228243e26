package sc.fiji.fastsam.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

class TensorInfoTest {

    @Test
    void openAxesAreShownAsQuestionMarks() {
        TensorInfo info = new TensorInfo("images", ElementType.FLOAT16, List.of(1L, 3L, -1L, 640L));
        assertEquals("images float16 [1, 3, ?, 640]", info.toString());
        assertEquals(4, info.rank());
    }
}
