package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;

/** Which pages are which planes. Each page of a test is 3 x 2 pixels of one value. */
class TiffStacksTest {

    private static final String OME =
            "<?xml version=\"1.0\"?><OME xmlns=\"http://x\" UUID=\"urn:uuid:self\">%s</OME>";

    @TempDir private Path folder;

    private static TiffBuilder pages(int... values) {
        TiffBuilder tiff = new TiffBuilder();
        for (int value : values) {
            byte[] strip = new byte[6];
            Arrays.fill(strip, (byte) value);
            tiff.page(3, 2, strip);
        }
        return tiff;
    }

    /** Text goes to the first page only. */
    private Path ome(String name, String images, int... values) throws IOException {
        TiffBuilder tiff = pages(values[0]);
        tiff.text(Tags.DESCRIPTION, String.format(Locale.ROOT, OME, images));
        for (int i = 1; i < values.length; i++) {
            byte[] strip = new byte[6];
            Arrays.fill(strip, (byte) values[i]);
            tiff.page(3, 2, strip);
        }
        return tiff.write(folder.resolve(name));
    }

    private static String image(String order, int c, int z, int t, String inside) {
        return String.format(
                Locale.ROOT,
                "<Image ID=\"Image:0\"><Pixels SizeX=\"3\" SizeY=\"2\" SizeC=\"%d\" SizeZ=\"%d\""
                        + " SizeT=\"%d\" DimensionOrder=\"%s\" Type=\"uint8\""
                        + " PhysicalSizeX=\"250\" PhysicalSizeXUnit=\"nm\" TimeIncrement=\"5\""
                        + " TimeIncrementUnit=\"ms\">%s</Pixels></Image>",
                c,
                z,
                t,
                order,
                inside);
    }

    private static int value(TiffSource source, int c, int z, int t) throws IOException {
        return (int) source.region(new PlaneIndex(c, z, t), 0, new Region(2, 1, 1, 1)).value(0, 0);
    }

    @Test
    void omePlanesFollowTheDimensionOrder() throws IOException {
        Path file = ome("a.ome.tif", image("XYTZC", 2, 1, 3, ""), 0, 1, 2, 3, 4, 5);
        try (TiffSource source = TiffSource.open(file)) {
            assertEquals(new PlaneCounts(2, 1, 3), source.layout().planes());
            assertEquals(2, value(source, 0, 0, 2));
            assertEquals(4, value(source, 1, 0, 1));
            assertEquals(new PixelSize(250, 250, 1, "nm"), source.layout().pixelSize());
            assertEquals(0.005, source.layout().frameSeconds());
        }
    }

    /** Pages of two samples a pixel: value and value + 100. */
    private Path shaped(String shape, String axes, int... values) throws IOException {
        TiffBuilder tiff = new TiffBuilder();
        for (int value : values) {
            byte[] strip = new byte[12];
            for (int i = 0; i < strip.length; i++) {
                strip[i] = (byte) (value + 100 * (i % 2));
            }
            tiff.page(3, 2, strip).number(Tags.SAMPLES_PER_PIXEL, 2);
            tiff.shorts(Tags.BITS_PER_SAMPLE, 8, 8);
            if (value == values[0]) {
                tiff.text(
                        Tags.DESCRIPTION,
                        "{\"shape\": [" + shape + "], \"axes\": \"" + axes + "\"}");
            }
        }
        return tiff.write(folder.resolve("shaped.tif"));
    }

    @Test
    void axesOfTifffileCountForPagesOfSeveralSamplesToo() throws IOException {
        Path frames = shaped("2, 3, 2, 3, 2", "TZYXS", 1, 2, 3, 4, 5, 6);
        try (TiffSource source = TiffSource.open(frames)) {
            assertEquals(new PlaneCounts(2, 3, 2), source.layout().planes());
            assertEquals(102, value(source, 1, 1, 0));
            assertEquals(6, value(source, 0, 2, 1));
        }
        try (TiffSource source =
                TiffSource.open(shaped("3, 2, 2, 3, 2", "ZTYXS", 1, 2, 3, 4, 5, 6))) {
            assertEquals(new PlaneCounts(2, 3, 2), source.layout().planes());
            assertEquals(104, value(source, 1, 1, 1));
            assertEquals(5, value(source, 0, 2, 0));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ",", "2,,3, 2", "3 2"})
    void aShapeThatIsNoneIsPassedOver(String shape) throws IOException {
        try (TiffSource source = TiffSource.open(shaped(shape, "YX", 1, 2, 3))) {
            assertEquals(new PlaneCounts(2, 3, 1), source.layout().planes());
        }
    }

    @Test
    void channelsOfTifffilesPagesAndOfTheirSamplesAreOneAxis() throws IOException {
        try (TiffSource source =
                TiffSource.open(shaped("2, 3, 2, 3, 2", "TCYXS", 1, 2, 3, 4, 5, 6))) {
            assertEquals(new PlaneCounts(6, 1, 2), source.layout().planes());
            assertEquals(103, value(source, 5, 0, 0));
            assertEquals(5, value(source, 2, 0, 1));
        }
        try (TiffSource source =
                TiffSource.open(shaped("3, 2, 2, 3, 2", "CTYXS", 1, 2, 3, 4, 5, 6))) {
            assertEquals(new PlaneCounts(2, 6, 1), source.layout().planes());
        }
    }

    private ImageLayout omeLayout(String attributes) throws IOException {
        try (TiffSource source = omeSource(attributes)) {
            return source.layout();
        }
    }

    private TiffSource omeSource(String attributes) throws IOException {
        String pixels = image("XYCZT", 1, 1, 1, "");
        int from = pixels.indexOf(" PhysicalSizeX");
        String calibrated =
                pixels.substring(0, from) + attributes + pixels.substring(pixels.indexOf("></Pix"));
        return TiffSource.open(ome("sized.ome.tif", calibrated, 0));
    }

    @Test
    void aDistanceOfSlicesThatIsNoLengthIsNoted() throws IOException {
        String size = " PhysicalSizeX=\"500\" PhysicalSizeXUnit=\"pm\" PhysicalSizeZ=\"2\"";
        assertEquals(2e6, omeLayout(size).pixelSize().depth(), 1e-6);
        try (TiffSource source = omeSource(size + " PhysicalSizeZUnit=\"reference frame\"")) {
            assertEquals(new PixelSize(500, 500, 1, "pm"), source.layout().pixelSize());
            assertEquals(
                    List.of(
                            "Its distance of slices, 2.0 reference frame, is no length in pm; it"
                                    + " counts as 1."),
                    source.notes());
        }
    }

    @Test
    void omePixelSizesAreInTheUnitOfX() throws IOException {
        String width = " PhysicalSizeX=\"0.5\" PhysicalSizeXUnit=\"\u00b5m\"";
        String height = " PhysicalSizeY=\"500\" PhysicalSizeYUnit=\"nm\"";
        String depth = " PhysicalSizeZ=\"1500\" PhysicalSizeZUnit=\"nm\"";
        PixelSize size = omeLayout(width + height + depth).pixelSize();
        assertEquals("\u00b5m", size.unit());
        assertEquals(0.5, size.width());
        assertEquals(0.5, size.height(), 1e-12);
        assertEquals(1.5, size.depth(), 1e-12);
        String small = " PhysicalSizeX=\"65\" PhysicalSizeXUnit=\"nm\" PhysicalSizeZ=\"0.3\"";
        PixelSize nanometers = omeLayout(small).pixelSize();
        assertEquals("nm", nanometers.unit());
        assertEquals(65, nanometers.height());
        assertEquals(300, nanometers.depth(), 1e-9);
    }

    @Test
    void omePixelSizesWithoutACommonUnitAreNone() throws IOException {
        String width = " PhysicalSizeX=\"0.5\"";
        String height = " PhysicalSizeY=\"500\" PhysicalSizeYUnit=\"reference frame\"";
        assertEquals(PixelSize.NONE, omeLayout(width + height).pixelSize());
    }

    @ParameterizedTest
    @CsvSource({
        "ps, 5e-12",
        "ns, 5e-9",
        "\u00b5s, 5e-6",
        "us, 5e-6",
        "ms, 5e-3",
        "s, 5",
        "ks, 5e3",
        "min, 300",
        "h, 18e3",
        "d, 432e3",
        "Ms, 0",
        "fs, 0"
    })
    void omeTimesAreInSeconds(String unit, double seconds) throws IOException {
        String time = " TimeIncrement=\"5\" TimeIncrementUnit=\"" + unit + "\"";
        assertEquals(seconds, omeLayout(time).frameSeconds(), 1e-15 + 1e-9 * seconds);
        String unknown = time.replace("5", "NaN");
        assertEquals(0, omeLayout(unknown).frameSeconds());
    }

    @Test
    void omeTiffDataSayWhichPageIsWhichPlane() throws IOException {
        String data =
                "<Channel Name=\"red\"/><Channel Name=\"green\"/>"
                        + "<TiffData IFD=\"1\" FirstC=\"0\" FirstZ=\"1\"/>"
                        + "<TiffData IFD=\"0\" FirstC=\"1\" FirstZ=\"1\"/>"
                        + "<TiffData IFD=\"2\" PlaneCount=\"2\"/>";
        Path file = ome("b.ome.tif", image("XYCZT", 2, 2, 1, data), 10, 11, 12, 13);
        try (TiffSource source = TiffSource.open(file)) {
            assertEquals(List.of("red", "green"), source.layout().channelNames());
            assertEquals(12, value(source, 0, 0, 0));
            assertEquals(13, value(source, 1, 0, 0));
            assertEquals(11, value(source, 0, 1, 0));
            assertEquals(10, value(source, 1, 1, 0));
        }
    }

    @Test
    void omeFilesBesideAreReadAndMissingOnesNamed() throws IOException {
        String data =
                "<TiffData IFD=\"0\"><UUID FileName=\"old name\">urn:uuid:self</UUID></TiffData>"
                        + "<TiffData IFD=\"0\" FirstC=\"1\"><UUID FileName=\"second.tif\">"
                        + "urn:uuid:other</UUID></TiffData>";
        Path file = ome("first.ome.tif", image("XYCZT", 2, 1, 1, data), 7);
        assertRefused(file, "\"second.tif\"");
        pages(9).write(folder.resolve("second.tif"));
        try (TiffSource source = TiffSource.open(file)) {
            assertEquals(7, value(source, 0, 0, 0));
            assertEquals(9, value(source, 1, 0, 0));
        }
        String outside = data.replace("second.tif", "../second.tif");
        assertRefused(ome("out.ome.tif", image("XYCZT", 2, 1, 1, outside), 7), "../second.tif");
    }

    @Test
    void omeFilesThatPromiseMoreThanTheyHaveAreRefused() throws IOException {
        assertRefused(ome("c.ome.tif", image("XYCZT", 2, 2, 1, ""), 1, 2, 3), "declares 4 planes");
        String data = "<TiffData IFD=\"7\"/>";
        assertRefused(ome("d.ome.tif", image("XYCZT", 1, 1, 1, data), 1), "page 8");
        String huge = image("XYCZT", 2_000_000, 2_000_000, 1, "");
        assertRefused(ome("e.ome.tif", huge, 1), "2000000 channels");
        assertRefused(ome("f.ome.tif", "<Image><Pixels", 1), "makes no sense");
        String doctype = "<!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]><OME>&y;</OME>";
        Path xxe =
                pages(1).text(Tags.DESCRIPTION, "<?xml version=\"1.0\"?>" + doctype)
                        .write(folder.resolve("g.ome.tif"));
        assertRefused(xxe, "OME-XML");
    }

    @Test
    void severalOmeImagesAreRefusedUnlessTheyAreSmaller() throws IOException {
        String two = image("XYCZT", 1, 1, 1, "") + image("XYCZT", 1, 1, 1, "");
        assertRefused(ome("h.ome.tif", two, 1, 2), "holds 2 images");
        String label = image("XYCZT", 1, 1, 1, "").replace("SizeX=\"3\"", "SizeX=\"2\"");
        String data = "<TiffData IFD=\"0\"/>";
        Path file = ome("i.ome.tif", image("XYCZT", 1, 1, 1, data) + label, 5, 6);
        try (TiffSource source = TiffSource.open(file)) {
            assertEquals(5, value(source, 0, 0, 0));
            assertTrue(source.notes().get(0).contains("left out"), source.notes().toString());
        }
    }

    @Test
    void omeMayHaveAByteOrderMarkAndAPrefix() throws IOException {
        String text =
                "\ufeff<?xml version=\"1.0\"?>"
                        + String.format(Locale.ROOT, OME, image("XYCZT", 2, 1, 1, ""))
                                .replace("<?xml version=\"1.0\"?>", "")
                                .replace("<", "<o:")
                                .replace("<o:/", "</o:")
                                .replace("xmlns=", "xmlns:o=");
        TiffBuilder tiff = pages(3).text(Tags.DESCRIPTION, text);
        tiff.page(3, 2, new byte[] {4, 4, 4, 4, 4, 4});
        try (TiffSource source = TiffSource.open(tiff.write(folder.resolve("p.ome.tif")))) {
            assertEquals(new PlaneCounts(2, 1, 1), source.layout().planes());
            assertEquals(4, value(source, 1, 0, 0));
        }
    }

    @Test
    void pagesThatMeanOtherThingsByTheirValuesAreRefused() throws IOException {
        TiffBuilder tiff = pages(1, 2).number(Tags.PHOTOMETRIC, 0);
        assertRefused(tiff.write(folder.resolve("meaning.tif")), "no planes of one image");
    }

    @Test
    void lastStripsMayBeFilledUp() throws IOException {
        TiffBuilder tiff = new TiffBuilder().page(2, 3, new byte[6]);
        tiff.number(Tags.COMPRESSION, 32_773).number(Tags.ROWS_PER_STRIP, 2);
        tiff.strips(new byte[] {3, 1, 2, 3, 4}, new byte[] {3, 5, 6, 0, 0});
        try (TiffSource source = TiffSource.open(tiff.write(folder.resolve("full.tif")))) {
            var all = source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 2, 3));
            assertEquals(4, all.value(1, 1));
            assertEquals(6, all.value(1, 2));
        }
    }

    @Test
    void metaMorphStacksHaveOneDirectoryForAllPlanes() throws IOException {
        byte[] planes = {1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3};
        TiffBuilder tiff = new TiffBuilder().page(3, 2, planes);
        tiff.number(Tags.STRIP_BYTE_COUNTS, 6).claim(Tags.UIC2, 3);
        try (TiffSource source = TiffSource.open(tiff.write(folder.resolve("a.stk")))) {
            assertEquals(new PlaneCounts(1, 3, 1), source.layout().planes());
            assertEquals(3, value(source, 0, 2, 0));
        }
        TiffBuilder cut = new TiffBuilder().page(3, 2, planes);
        cut.number(Tags.STRIP_BYTE_COUNTS, 6).claim(Tags.UIC2, 300);
        assertRefused(cut.write(folder.resolve("b.stk")), "declares 300 planes");
    }

    @Test
    void lsmFilesSayTheirSlicesFramesAndVoxels() throws IOException {
        ByteBuffer info = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        info.putInt(16, 2).putInt(24, 3).putDouble(40, 2e-7).putDouble(48, 3e-7);
        info.putDouble(56, 1e-6);
        TiffBuilder tiff = pages(0).bytes(Tags.LSM_INFO, info.array());
        for (int i = 1; i < 6; i++) {
            byte[] strip = new byte[6];
            Arrays.fill(strip, (byte) i);
            tiff.page(3, 2, strip);
        }
        try (TiffSource source = TiffSource.open(tiff.write(folder.resolve("a.lsm")))) {
            assertEquals(new PlaneCounts(1, 2, 3), source.layout().planes());
            assertEquals(5, value(source, 0, 1, 2));
            PixelSize size = source.layout().pixelSize();
            assertEquals(
                    "0.2 0.3 1.0 \u00b5m",
                    String.format(
                            Locale.ROOT,
                            "%.1f %.1f %.1f %s",
                            size.width(),
                            size.height(),
                            size.depth(),
                            size.unit()));
        }
    }

    @Test
    void levelsOfPyramidsAreReadAndMayBeSubDirectoriesOrPages() throws IOException {
        for (String name : List.of("pyramid_subifds.tif", "pyramid_pages.tif", "pyramid.ome.tif")) {
            try (TiffSource source = TiffSource.open(TiffMatrixTest.folder().resolve(name))) {
                assertEquals(
                        List.of(new Size(212, 148), new Size(106, 74), new Size(53, 37)),
                        source.layout().levels(),
                        name);
                float fine =
                        source.region(PlaneIndex.FIRST, 0, new Region(40, 20, 1, 1)).value(0, 0);
                float coarse =
                        source.region(PlaneIndex.FIRST, 2, new Region(10, 5, 1, 1)).value(0, 0);
                assertEquals(fine, coarse, name);
            }
        }
    }

    @Test
    void imageJStacksBeyondFourGigabytesHaveOneDirectory() throws IOException {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "sparse files");
        int side = 2000;
        int planes = 600;
        long plane = 2L * side * side;
        TiffBuilder tiff = new TiffBuilder().page(side, side, new byte[0]);
        tiff.number(Tags.BITS_PER_SAMPLE, 16).number(Tags.STRIP_OFFSETS, 4096);
        tiff.number(Tags.STRIP_BYTE_COUNTS, (int) plane);
        tiff.text(Tags.DESCRIPTION, "ImageJ=1.54p\nimages=600\nslices=600\n");
        Path file = tiff.write(folder.resolve("large.tif"));
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(4096 + plane * planes);
            out.seek(4096 + plane * 599 + 2L * (1234 * side + 777));
            out.write(new byte[] {0x39, 0x30});
        }
        try (TiffSource source = TiffSource.open(file)) {
            assertEquals(new PlaneCounts(1, planes, 1), source.layout().planes());
            Region pixel = new Region(777, 1234, 1, 1);
            assertEquals(0x3039, source.region(new PlaneIndex(0, 599, 0), 0, pixel).value(0, 0));
        }
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(4096 + plane * planes - 1);
        }
        assertRefused(file, "declares 600 planes of 8000000 bytes, but holds 599");
        Files.delete(file);
    }

    @Test
    void resolutionsAreUnderstoodByUnit() throws IOException {
        assertSize("ImageJ=1.54p\nunit=\\u00B5m", 1, new PixelSize(0.5, 0.5, 1, "\u00b5m"));
        assertSize("ImageJ=1.54p\nunit=micron", 1, new PixelSize(0.5, 0.5, 1, "\u00b5m"));
        assertSize("ImageJ=1.54p\nunit=\u00c2\u00b5m", 1, new PixelSize(0.5, 0.5, 1, "\u00b5m"));
        assertSize("ImageJ=1.54p\nunit=nm\nspacing=3", 1, new PixelSize(0.5, 0.5, 3, "nm"));
        // NB: as in ImageJ, of this spelling alone.
        assertSize("ImageJ=1.11a\nunit=um\nspacing=3", 3, new PixelSize(5000, 5000, 3, "\u00b5m"));
        assertSize("ImageJ=1.11a\nunit=um", 1, new PixelSize(0.5, 0.5, 1, "\u00b5m"));
        assertSize("", 2, new PixelSize(0.5, 0.5, 1, "inch"));
        assertSize("", 3, new PixelSize(0.5, 0.5, 1, "cm"));
        assertSize("", 1, PixelSize.NONE);
    }

    @ParameterizedTest
    @CsvSource({"min, 2.5, 150", "sec, 2.5, 2.5", "'', 2.5, 0", "sec, NaN, 0", "sec, -1, 0"})
    void theTimeBetweenFramesOfImageJIsInItsUnit(String unit, String interval, double seconds)
            throws IOException {
        TiffBuilder tiff =
                pages(1).text(
                                Tags.DESCRIPTION,
                                "ImageJ=1.54p\nfinterval=" + interval + "\ntunit=" + unit + "\n");
        try (TiffSource source = TiffSource.open(tiff.write(folder.resolve("t.tif")))) {
            assertEquals(seconds, source.layout().frameSeconds());
        }
    }

    /** NB: scanners write 0 pixels per inch, others a unit alone: that is no inch a pixel. */
    @Test
    void aUnitWithoutAResolutionIsNoPixelSize() throws IOException {
        for (int unit = 1; unit <= 3; unit++) {
            TiffBuilder tiff = pages(1).shorts(Tags.RESOLUTION_UNIT, unit);
            assertSize(tiff, PixelSize.NONE);
            assertSize(
                    tiff.longs(Tags.X_RESOLUTION, 0).longs(Tags.Y_RESOLUTION, 0), PixelSize.NONE);
        }
    }

    /** As in ImageJ, also where its description names a unit, or none. */
    @Test
    void theResolutionOfScreensIsNoPixelSize() throws IOException {
        TiffBuilder tiff = pages(1).shorts(Tags.RESOLUTION_UNIT, 2);
        tiff.longs(Tags.X_RESOLUTION, 72).longs(Tags.Y_RESOLUTION, 72);
        assertSize(tiff, PixelSize.NONE);
        assertSize(tiff.text(Tags.DESCRIPTION, "ImageJ=1.54p\n"), PixelSize.NONE);
        tiff.text(Tags.DESCRIPTION, "ImageJ=1.54p\nunit=mm\nspacing=4\n");
        assertSize(tiff, new PixelSize(1, 1, 4, "mm"));
        assertSize(tiff.longs(Tags.X_RESOLUTION, 1), new PixelSize(1, 1 / 72.0, 4, "mm"));
    }

    private void assertSize(String description, int unit, PixelSize expected) throws IOException {
        TiffBuilder tiff = pages(1).shorts(Tags.RESOLUTION_UNIT, unit);
        tiff.longs(Tags.X_RESOLUTION, 2).longs(Tags.Y_RESOLUTION, 2);
        if (!description.isEmpty()) {
            tiff.text(Tags.DESCRIPTION, description);
        }
        assertSize(tiff, expected);
    }

    private void assertSize(TiffBuilder tiff, PixelSize expected) throws IOException {
        try (TiffSource source = TiffSource.open(tiff.write(folder.resolve("r.tif")))) {
            assertEquals(expected, source.layout().pixelSize());
        }
    }

    @Test
    void pagesOfOtherKindsAreRefusedByName() throws IOException {
        TiffBuilder tiff = pages(1, 2);
        tiff.page(2, 2, new byte[4]);
        Path file = tiff.write(folder.resolve("sizes.tif"));
        assertRefused(file, "page 3 has 2 x 2 pixels");
    }

    private static void assertRefused(Path file, String reason) {
        IOException e = assertThrows(IOException.class, () -> TiffSource.open(file).close());
        assertTrue(e.getMessage().contains(reason), e.getMessage());
    }
}
