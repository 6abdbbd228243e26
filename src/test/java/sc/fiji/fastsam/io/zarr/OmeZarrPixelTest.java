package sc.fiji.fastsam.io.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.zarr.TestStores.Store;

/** Pixels of stores by zarr-python, in both formats, all codecs, types, axes and layouts. */
class OmeZarrPixelTest {

    private static final int REGIONS = 20;

    static Stream<Store> stores() {
        return TestStores.all().stream();
    }

    @Test
    void thereAreAtLeast120Variants() {
        assertEquals(true, TestStores.all().size() >= 120);
    }

    @ParameterizedTest
    @MethodSource("stores")
    void everyPlaneIsAsZarrPythonWroteIt(Store store) throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder(store.name()))) {
            PlaneCounts planes = source.layout().planes();
            assertEquals(
                    new PlaneCounts(store.size('c'), store.size('z'), store.size('t')), planes);
            Size size = new Size(store.size('x'), store.size('y'));
            assertEquals(List.of(size), source.layout().levels());
            for (int i = 0; i < planes.total(); i++) {
                check(store, source, planes.at(i), Region.of(size));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void oddRegionsAreParts(Store store) throws IOException {
        Random random = new Random(store.name().hashCode());
        try (PlaneSource source = OmeZarr.open(TestStores.folder(store.name()))) {
            PlaneCounts planes = source.layout().planes();
            for (int i = 0; i < REGIONS; i++) {
                int x = random.nextInt(store.size('x'));
                int y = random.nextInt(store.size('y'));
                int width = 1 + random.nextInt(store.size('x') - x);
                int height = 1 + random.nextInt(store.size('y') - y);
                PlaneIndex plane = planes.at(random.nextInt(planes.total()));
                check(store, source, plane, new Region(x, y, width, height));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stores")
    void precisionThatIsLostIsSaid(Store store) throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder(store.name()))) {
            source.region(PlaneIndex.FIRST, 0, Region.of(source.layout().size()));
            boolean said = source.notes().stream().anyMatch(note -> note.contains("rounded"));
            assertEquals(!store.exact(), said, source.notes().toString());
        }
    }

    private static void check(Store store, PlaneSource source, PlaneIndex plane, Region region)
            throws IOException {
        PixelBlock block = source.region(plane, 0, region);
        assertEquals(source.layout().type(), block.type());
        assertEquals(region.size(), block.size());
        float[] expected = new float[(int) region.area()];
        float[] found = new float[expected.length];
        for (int i = 0; i < expected.length; i++) {
            int x = i % region.width();
            int y = i / region.width();
            expected[i] =
                    store.value(
                            plane.frame(),
                            plane.channel(),
                            plane.slice(),
                            region.y() + y,
                            region.x() + x);
            found[i] = block.value(x, y);
        }
        assertArrayEquals(expected, found, plane + " " + region);
    }
}
