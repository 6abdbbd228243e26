package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ClipTokenizerTest {

    static Stream<String> lines() throws IOException {
        return Files.readAllLines(TinyClip.path("tokens.tsv")).stream();
    }

    private static int[] ids(String text) {
        return ClipTokenizer.shared().encode(text).ids();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void makesTheTokensOfOpenAisCode(String line) {
        String[] parts = line.split("\t");
        String text = new Gson().fromJson(parts[0], String.class);
        int[] expected = Stream.of(parts[1].split(" ")).mapToInt(Integer::parseInt).toArray();
        assertArrayEquals(expected, ids(text));
    }

    @Test
    void cutsALongTextAndSaysSo() {
        ClipTokenizer.Tokens fits = ClipTokenizer.shared().encode("a ".repeat(75));
        ClipTokenizer.Tokens isCut = ClipTokenizer.shared().encode("a ".repeat(76));
        assertFalse(fits.isCut());
        assertTrue(isCut.isCut());
        assertArrayEquals(fits.ids(), isCut.ids());
        assertEquals(77, isCut.ids().length);
        assertEquals(49407, isCut.ids()[76]);
    }

    @Test
    void takesTenThousandLettersWithoutASpace() {
        Random random = new Random(1);
        String letters =
                IntStream.range(0, 10_000)
                        .mapToObj(i -> Character.toString('a' + random.nextInt(26)))
                        .reduce("", String::concat);
        assertEquals(77, ids(letters).length);
        assertEquals(77, ids("a".repeat(10_000)).length);
        assertEquals(77, ids("🙂".repeat(10_000)).length);
    }

    @Test
    void givesStartAndEndForATextOfNothing() {
        assertArrayEquals(new int[] {49406, 49407}, ids(" \n\u0000\ufeff"));
    }
}
