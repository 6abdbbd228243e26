package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The small model that fastsam_train/words trained, through all of the software: from a plane and
 * its objects to the caption that is first of eight, on crops that the training did not see.
 */
class WordsRankingTest {

    /** NB: chance is 0.125; this model reaches 0.95 and 0.97. */
    private static final double LEAST = 0.85;

    private static void ranksWell(String table, Path images) throws IOException {
        try (ClipEncoders clip = TinyClip.open("words")) {
            HeldOutCrops.Share share = new HeldOutCrops(table, images).rank(clip, CropStyle.MASKED);
            assertTrue(share.all() >= 60, share + " crops");
            assertTrue(share.value() >= LEAST, share.right() + " of " + share.all());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"drawn-eight", "drawn-mixed"})
    void theRightCaptionOfEightIsFirst(String table) throws IOException {
        ranksWell(table, TinyClip.path("words/held-out"));
    }
}
