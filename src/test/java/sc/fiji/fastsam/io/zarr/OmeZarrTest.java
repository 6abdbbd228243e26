package sc.fiji.fastsam.io.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class OmeZarrTest {

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"levels-2", "levels-3"})
    void aPyramidHasLevelsChannelsAndPixelSize(String name) throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder(name))) {
            ImageLayout layout = source.layout();
            assertEquals(
                    List.of(new Size(53, 37), new Size(27, 19), new Size(14, 10)), layout.levels());
            assertEquals(new PlaneCounts(2, 2, 1), layout.planes());
            assertEquals(PixelType.UINT16, layout.type());
            assertEquals(new PixelSize(0.25, 0.25, 1.5, "\u00b5m"), layout.pixelSize());
            assertEquals(List.of("DAPI", "GFP"), layout.channelNames());
            assertEquals(new Size(16, 16), source.blockSize(0));
            assertEquals(new Size(14, 10), source.blockSize(2));
            assertEquals(List.of(), source.notes());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"levels-2", "levels-3"})
    void aSmallLevelIsReadFromItsOwnArray(String name) throws IOException {
        PlaneIndex plane = new PlaneIndex(1, 1, 0);
        try (PlaneSource source = OmeZarr.open(TestStores.folder(name))) {
            PixelBlock full = source.region(plane, 0, new Region(0, 0, 53, 37));
            PixelBlock small = source.region(plane, 2, new Region(3, 2, 11, 8));
            // NB: the script took every fourth pixel.
            assertEquals(full.value(12, 8), small.value(0, 0));
            assertEquals(full.value(52, 36), small.value(10, 7));
        }
    }

    @Test
    void framesAndTheirDistanceAreRead() throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder("v3-axes-tczyx"))) {
            assertEquals(new PlaneCounts(3, 2, 2), source.layout().planes());
            assertEquals(2.0, source.layout().frameSeconds());
        }
    }

    @ParameterizedTest
    @CsvSource({"missing-2-zero,0", "missing-2-seven,7", "missing-3-zero,0", "missing-3-seven,7"})
    void aMissingChunkIsTheFillValueAndSaid(String name, float fill) throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder(name))) {
            source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 23, 8));
            assertEquals(List.of(), source.notes());
            PixelBlock block = source.region(PlaneIndex.FIRST, 0, new Region(2, 7, 20, 10));
            assertEquals((3 * 4 + 14 + 49) * 37 % 65536, block.value(0, 0));
            assertEquals(fill, block.value(0, 1));
            assertEquals(fill, block.value(19, 8));
            assertEquals((3 * 441 + 21 * 16 + 7 * 16) * 37 % 65536, block.value(19, 9));
            assertEquals(
                    List.of(
                            "Some of its chunks are not stored; their pixels are "
                                    + fill
                                    + ", the store's fill value."),
                    source.notes());
        }
    }

    @Test
    void aChunkThatIsMissingInAShardIsTheFillValue() throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder("missing-shard"))) {
            PixelBlock block = source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 23, 19));
            assertEquals(9, block.value(4, 3));
            assertEquals(5, block.value(5, 4));
            assertEquals(5, block.value(9, 7));
            assertEquals(9, block.value(10, 7));
            assertEquals(9, block.value(22, 18));
            assertEquals(1, source.notes().size());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nan-2", "nan-3"})
    void theFillValueMayBeNoNumber(String name) throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder(name))) {
            PixelBlock block = source.region(PlaneIndex.FIRST, 0, new Region(1, 1, 2, 1));
            assertArrayEquals(new float[] {Float.NaN, Float.NaN}, block.floats());
        }
    }

    @ParameterizedTest
    @CsvSource({"array-2,1,2", "array-3,3,1"})
    void anArrayWithoutOmeMetadataIsRead(String name, int channels, int slices) throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder(name))) {
            assertEquals(new PlaneCounts(channels, slices, 1), source.layout().planes());
            assertEquals(PixelSize.NONE, source.layout().pixelSize());
            assertTrue(source.notes().get(0).startsWith("It is a Zarr array without OME metadata"));
        }
    }

    /** NB: the first 0.25 of the axes c, y, x is that of y. */
    @Test
    void aNegativeScaleIsSaidToBeSo() throws IOException {
        Path copy = TestStores.copy("v3-little-u1", folder.resolve("a.zarr"));
        Path metadata = copy.resolve("zarr.json");
        Files.writeString(metadata, Files.readString(metadata).replaceFirst("0.25", "-0.25"));
        try (PlaneSource source = OmeZarr.open(copy)) {
            assertEquals(
                    List.of(
                            "Its pixel size of 0.25 \u00b5m x -0.25 \u00b5m is not used, for it is"
                                    + " not above 0."),
                    source.notes());
        }
    }

    @Test
    void severalImagesAreNamedAndOpenedOneByOne() throws IOException {
        Path store = TestStores.folder("bioformats2raw");
        assertEquals(List.of("0", "1"), OmeZarr.images(store));
        IOException e = assertThrows(IOException.class, () -> OmeZarr.open(store));
        assertEquals("holds 2 images. Give one of their folders: 0, 1.", e.getMessage());
        try (PlaneSource second = OmeZarr.open(store, "1")) {
            assertEquals(new Size(31, 20), second.layout().size());
        }
    }

    @Test
    void thePlatesFieldsAreNamed() throws IOException {
        Path plate = TestStores.folder("plate");
        assertEquals(List.of("A/1/0", "A/1/1", "B/2/0", "B/2/1"), OmeZarr.images(plate));
        assertEquals(List.of("0", "1"), OmeZarr.images(plate.resolve("B/2")));
        try (PlaneSource field = OmeZarr.open(plate, "B/2/1")) {
            assertEquals(new Size(30, 20), field.layout().size());
        }
    }

    @Test
    void channelsCalledRedGreenAndBlueAreColors() throws IOException {
        Path copy = TestStores.copy("v3-little-u1", folder.resolve("a.zarr"));
        String channels =
                "\"omero\": {\"channels\": [{\"label\": \"Red\"}, {\"label\": \"Green\"},"
                        + " {\"label\": \"Blue\"}]}, \"multiscales\"";
        Path metadata = copy.resolve("zarr.json");
        Files.writeString(
                metadata, Files.readString(metadata).replace("\"multiscales\"", channels));
        try (PlaneSource source = OmeZarr.open(copy)) {
            assertEquals(PixelType.RGB, source.layout().type());
            assertEquals(PlaneCounts.ONE, source.layout().planes());
            // At x = 2, y = 3: (3 * 4 + 6 + 21 + 211 c) * 37 modulo 256.
            PixelBlock block = source.region(PlaneIndex.FIRST, 0, new Region(2, 3, 5, 4));
            int red = 39 * 37 % 256;
            int green = 250 * 37 % 256;
            int blue = 461 * 37 % 256;
            assertEquals(0xff000000 | red << 16 | green << 8 | blue, block.colors()[0]);
            assertEquals(1, source.notes().size());
        }
    }

    @Test
    void onlyFoldersWithMetadataAreStores() throws IOException {
        assertTrue(OmeZarr.isStore(TestStores.folder("levels-2")));
        assertTrue(OmeZarr.isStore(TestStores.folder("array-3")));
        assertFalse(OmeZarr.isStore(folder));
        assertFalse(OmeZarr.isStore(Files.writeString(folder.resolve("a.zarr"), "x")));
    }

    @ParameterizedTest
    @CsvSource({
        "https://host/a.zarr,'is a remote address, but only local files and folders are read. Copy it to a local folder first.'",
        "s3://bucket/a.zarr,'is a remote address, but only local files and folders are read. Copy it to a local folder first.'",
        "nowhere.zarr,is not there. Check the path.",
        "target/zarr-stores/index.json,'is a file, not a folder. Unzip the Zarr store first.'",
        "src,'is no Zarr store: it has neither zarr.json nor .zgroup nor .zarray. Give the folder"
                + " that has.'"
    })
    void whatIsNoLocalStoreIsRefused(String path, String message) {
        assertFalse(TestStores.all().isEmpty());
        IOException e = assertThrows(IOException.class, () -> OmeZarr.open(Path.of(path)));
        assertEquals(message, e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"0,0,54,1", "-1,0,1,1", "0,37,1,1", "3,3,0,1"})
    void aRegionOutsideIsRefused(int x, int y, int width, int height) throws IOException {
        try (PlaneSource source = OmeZarr.open(TestStores.folder("levels-2"))) {
            Region region = new Region(x, y, width, height);
            assertThrows(
                    IllegalArgumentException.class,
                    () -> source.region(PlaneIndex.FIRST, 0, region));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> source.region(new PlaneIndex(2, 0, 0), 0, new Region(0, 0, 1, 1)));
            assertThrows(IllegalArgumentException.class, () -> source.blockSize(3));
        }
    }

    @Test
    void aClosedImageIsNotRead() throws IOException {
        PlaneSource source = OmeZarr.open(TestStores.folder("levels-2"));
        source.close();
        assertThrows(
                IllegalStateException.class,
                () -> source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 1, 1)));
    }
}
