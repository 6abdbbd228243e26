package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTest {

    private final List<String> closed = new ArrayList<>();

    @Test
    void eachIsClosedWhateverBecomesOfThoseBeforeIt() {
        List<String> things = List.of("a", "bad", "worse", "z");
        IOException failure =
                assertThrows(IOException.class, () -> Closing.all(things, this::close));
        assertEquals("worse", failure.getMessage());
        assertEquals(things, closed);
    }

    @Test
    void ofNoneNothingIsClosed() throws IOException {
        Closing.all(List.<String>of(), this::close);
        assertEquals(List.of(), closed);
    }

    private void close(String thing) throws IOException {
        closed.add(thing);
        if (thing.length() > 1) {
            throw new IOException(thing);
        }
    }
}
