package sc.fiji.fastsam.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.image.Strata.Stratum;

class StrataTest {

    @Test
    void fewThingsAreTakenAll() {
        assertEquals(
                List.of(new Stratum(0, 1), new Stratum(1, 1), new Stratum(2, 1)), Strata.of(3, 5));
    }

    @Test
    void runsAreShortAtBothEnds() {
        assertEquals(
                List.of(1, 1, 2, 4, 4, 4, 2, 1, 1),
                Strata.of(20, 5).stream().map(Stratum::weight).toList());
        assertEquals(
                List.of(0, 1, 3, 6, 10, 14, 17, 18, 19),
                Strata.of(20, 5).stream().map(Stratum::index).toList());
    }

    @Test
    void weightsAddUpAndTheNumberIsAboutTheOneWanted() {
        IntStream.of(1, 2, 7, 100, 1521, 100_000)
                .forEach(
                        count -> {
                            List<Stratum> strata = Strata.of(count, 64);
                            int sum = strata.stream().mapToInt(Stratum::weight).sum();
                            assertEquals(count, sum);
                            assertTrue(strata.size() <= 64 + 2 * 11, count + ": " + strata.size());
                        });
    }
}
