package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShardTest {

    @Test
    void aNamesShardIsItsCrc32ModuloTheirNumber() {
        // NB: CRC-32 of "123456789" is 0xCBF43926 = 3421780262.
        assertEquals(3421780262L % 5 + 1, Shard.of("123456789", 5));
        assertEquals(1, Shard.of("123456789", 1));
    }

    @Test
    void everyFileIsInOneShard() {
        for (int i = 0; i < 100; i++) {
            String name = "plate/well" + i;
            long holders =
                    IntStream.rangeClosed(1, 7)
                            .filter(index -> new Shard(index, 7).holds(name))
                            .count();
            assertEquals(1, holders);
        }
    }

    @Test
    void textIsReadAndWritten() {
        assertEquals(new Shard(2, 5), Shard.parse(" 2/5 "));
        assertEquals("2/5", new Shard(2, 5).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/5", "6/5", "2", "2/", "-1/3", "a/b", "1/1000000"})
    void whatIsNoShardIsRefusedWithItsText(String text) {
        IllegalArgumentException e =
                assertThrows(IllegalArgumentException.class, () -> Shard.parse(text));
        assertTrue(e.getMessage().contains("\"" + text + "\""), e.getMessage());
    }
}
