package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.concurrent.Progress;

class PlaneProgressTest {

    private final List<String> told = new ArrayList<>();

    private final Progress whole =
            new Progress() {
                @Override
                public void update(long done, long total, String task) {
                    told.add(done + "/" + total + " " + task);
                }

                @Override
                public boolean isCanceled() {
                    return true;
                }
            };

    @Test
    void aSinglePlaneIsTheWhole() {
        assertSame(whole, PlaneProgress.of(whole, 0, 1));
    }

    @Test
    void aThirdOfTheSecondOfFourPlanesIsAThirdOfItsQuarter() {
        PlaneProgress.of(whole, 1, 4).update(1, 3, "Segmenting");
        assertEquals(List.of("1333/4000 Segmenting plane 2 of 4"), told);
    }

    @Test
    void cancelReachesThePlane() {
        assertTrue(PlaneProgress.of(whole, 1, 4).isCanceled());
    }
}
