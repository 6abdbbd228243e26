package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class DialogFieldTest {

    private static final List<String> WORDS = List.of("active channel (-1)", "channel (1)");

    @Test
    void aNumberThatNoWordHasIsOneMore() {
        assertEquals(
                "[active channel (-1), channel (1), not there (2)]",
                DialogField.withWord(WORDS, 2).toString());
        assertEquals(WORDS, DialogField.withWord(WORDS, -1));
    }
}
