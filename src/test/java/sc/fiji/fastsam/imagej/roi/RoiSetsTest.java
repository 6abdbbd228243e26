package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.ImageRoi;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.gui.TextRoi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TimeZone;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class RoiSetsTest {

    private static final List<SegmentedObject> OBJECTS =
            List.of(
                    Drawn.object(0.934, Drawn.mask(7, 2, "###", "#.#", "###")),
                    Drawn.object(0.5, Drawn.mask(1, 9, "##")));

    @TempDir Path folder;

    @Test
    void aSetComesBackWithNamesGroupsPlacesAndPixels() throws IOException {
        Path file = folder.resolve("cells-rois.zip");
        RoiPlace place = new RoiPlace(11, 0, 3, 2, true);
        write(ObjectRois.create(OBJECTS, place), file);
        List<Roi> rois = RoiSets.read(file);
        assertEquals(List.of("obj0011-0001-0.93", "obj0011-0002-0.50"), names(rois));
        for (int i = 0; i < 2; i++) {
            assertEquals(OBJECTS.get(i).mask(), MaskRois.toMask(rois.get(i)));
            assertEquals(ObjectRois.GROUP, rois.get(i).getGroup());
            assertEquals(0, rois.get(i).getCPosition());
            assertEquals(3, rois.get(i).getZPosition());
            assertEquals(2, rois.get(i).getTPosition());
        }
    }

    @Test
    void aSetIsTheSameInEveryTimeZone() throws IOException {
        TimeZone before = TimeZone.getDefault();
        Path east = folder.resolve("east.zip");
        Path west = folder.resolve("west.zip");
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            write(ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE), east);
            TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
            write(ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE), west);
        } finally {
            TimeZone.setDefault(before);
        }
        assertArrayEquals(Files.readAllBytes(east), Files.readAllBytes(west));
    }

    @Test
    void aSetDependsOnItsRegionsAloneAndNotOnTheTime() throws IOException {
        Path file = folder.resolve("cells-rois.zip");
        write(ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE), file);
        byte[] bytes = Files.readAllBytes(file);
        // Time and date of the first entry: 2 s after midnight, year 1980 + 0, month 1, day 1.
        assertEquals(1, ByteBuffer.wrap(bytes, 10, 2).order(ByteOrder.LITTLE_ENDIAN).getShort());
        assertEquals(
                1 << 5 | 1,
                ByteBuffer.wrap(bytes, 12, 2).order(ByteOrder.LITTLE_ENDIAN).getShort());
        write(ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE), file);
        assertArrayEquals(bytes, Files.readAllBytes(file));
    }

    @Test
    void regionsOfTheSameNameAreAllKept() throws IOException {
        Path file = folder.resolve("twice.zip");
        Roi roi = ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE).get(0);
        write(List.of(roi, roi, roi, new Roi(1, 2, 3, 4)), file);
        assertEquals(
                List.of("obj0001-0.93", "obj0001-0.93", "obj0001-0.93", "roi"),
                names(RoiSets.read(file)));
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(
                    List.of(
                            "obj0001-0.93.roi",
                            "obj0001-0.93-1.roi",
                            "obj0001-0.93-2.roi",
                            "roi.roi"),
                    zip.stream().map(ZipEntry::getName).toList());
        }
    }

    @Test
    void aSingleRegionFileIsRead() throws IOException {
        Path file = folder.resolve("one.roi");
        Files.write(file, RoiEncoder.saveAsByteArray(new Roi(3, 4, 5, 6)));
        assertEquals(new java.awt.Rectangle(3, 4, 5, 6), RoiSets.read(file).get(0).getBounds());
    }

    @Test
    void otherFilesAndEmptySetsAreNamed() throws IOException {
        Path text = folder.resolve("notes.txt");
        Path empty = folder.resolve("empty.zip");
        Path nothing = folder.resolve("nothing.roi");
        Files.writeString(text, "Dear diary");
        Files.write(nothing, new byte[0]);
        write(List.of(), empty);
        for (Path file : List.of(text, empty, nothing)) {
            IOException e = assertThrows(IOException.class, () -> RoiSets.read(file));
            assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        }
    }

    @Test
    void moreThan9999RegionsKeepTheirAlphabeticalOrder() {
        List<SegmentedObject> many = java.util.Collections.nCopies(10_000, OBJECTS.get(1));
        assertEquals(
                "obj00001-0.50", ObjectRois.create(many, RoiPlace.EVERYWHERE).get(0).getName());
    }

    private static List<String> names(List<Roi> rois) {
        return rois.stream().map(Roi::getName).toList();
    }

    private static void write(List<Roi> rois, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            RoiSets.write(rois, out);
        }
    }

    private static Path resource(String name) {
        return Path.of("src/test/resources/cases", name);
    }

    private static String error(Path file) {
        return assertThrows(IOException.class, () -> RoiSets.read(file)).getMessage();
    }

    @Test
    void aNameLongerThanTheFileIsAnErrorAndNoMemory() {
        assertEquals(
                resource("prompt-oom.roi")
                        + " is no ROI: it claims 2130706441 letters of its name, but has 290 bytes."
                        + " Save it with the ROI Manager.",
                error(resource("prompt-oom.roi")));
        assertTrue(error(resource("prompt-name-2e30.roi")).contains("claims 1073741824 letters"));
    }

    @ParameterizedTest
    @CsvSource({
        "POLYGON, 18, points",
        "POLYGON, 36, parts of its shape",
        "TEXT, 72, letters of its font",
        "TEXT, 76, letters of its text"
    })
    void sizesThatTheBytesCannotHoldAreNamed(String kind, int offset, String what)
            throws IOException {
        Roi polygon = new PolygonRoi(new int[] {1, 9, 4}, new int[] {2, 3, 8}, 3, Roi.POLYGON);
        byte[] bytes =
                RoiEncoder.saveAsByteArray(
                        kind.equals("TEXT") ? new TextRoi(3, 4, "abc") : polygon);
        if (offset == RoiDecoder.SIZE) {
            ByteBuffer.wrap(bytes).putShort(RoiDecoder.N_COORDINATES, (short) 0);
        }
        ByteBuffer.wrap(bytes).putInt(offset, 1 << 30);
        Path file = Files.write(folder.resolve("a.roi"), bytes);
        assertTrue(
                error(file).contains("is no ROI: it claims 1073741824 " + what + ", but has "),
                error(file));
    }

    @Test
    void aCurveOfEndlessLengthIsAnError() throws IOException {
        PolygonRoi curve =
                new PolygonRoi(new float[] {1, 9, 4}, new float[] {2, 3, 8}, 3, Roi.POLYGON);
        curve.fitSpline(20);
        byte[] bytes = RoiEncoder.saveAsByteArray(curve);
        assertEquals(
                curve.getBounds().width,
                RoiSets.read(Files.write(folder.resolve("b.roi"), bytes)).get(0).getBounds().width,
                1);
        ByteBuffer.wrap(bytes).putFloat(RoiDecoder.COORDINATES + 4 * 3, 1e30f);
        Path file = Files.write(folder.resolve("a.roi"), bytes);
        assertTrue(error(file).contains("the curve through its points is"), error(file));
    }

    @Test
    void filesCutAnywhereAreErrorsThatNameThem() throws IOException {
        Roi polygon = new PolygonRoi(new int[] {1, 9, 4}, new int[] {2, 3, 8}, 3, Roi.POLYGON);
        polygon.setName("named");
        byte[] bytes = RoiEncoder.saveAsByteArray(polygon);
        Path file = folder.resolve("cut.roi");
        for (int length = 0; length < RoiDecoder.COORDINATES + 12; length++) {
            Files.write(file, Arrays.copyOf(bytes, length));
            assertTrue(error(file).startsWith(file + " is no ROI"), error(file));
        }
    }

    @Test
    void aCutSetIsAnErrorThatSaysSo() {
        String error = error(resource("prompts-cut.zip"));
        assertTrue(error.contains("is no ROI set: it is cut short, damaged or no zip file"), error);
    }

    @Test
    void whatAMacPutsBesideTheRegionsIsLeftOut() throws IOException {
        assertEquals(
                List.of("cell0", "cell1", "cell2", "cell3", "cell4", "cell5"),
                names(RoiSets.read(resource("folders.zip"))));
    }

    @Test
    void regionsAndSetsThatUnfoldToTooMuchAreErrors() throws IOException {
        byte[] bytes = RoiEncoder.saveAsByteArray(new Roi(3, 4, 5, 6));
        Path large = zip("large.zip", 1, new byte[(16 << 20) + 1]);
        assertTrue(
                error(large).endsWith("it has more than 16 MB. Save it with the ROI Manager."),
                error(large));
        Path many = zip("many.zip", 17, Arrays.copyOf(bytes, 16 << 20));
        assertTrue(error(many).contains("its regions unfold to more than 256 MB"), error(many));
    }

    private Path zip(String name, int entries, byte[] content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (int i = 0; i < entries; i++) {
                zip.putNextEntry(new ZipEntry(i + ".roi"));
                zip.write(content);
            }
        }
        return file;
    }

    @Test
    void positionsOfPointsMadeWithoutAnImageAreRead() throws IOException {
        PointRoi point = new PointRoi(3, 4);
        point.setPosition(2);
        Path file = folder.resolve("p.zip");
        write(List.of(point), file);
        assertEquals(2, RoiSets.read(file).get(0).getPosition());
    }

    @Test
    void thePictureOfAPictureRegionIsNotRead() throws IOException {
        Roi picture = new ImageRoi(3, 4, new ByteProcessor(7, 5));
        picture.setName("logo");
        Path file = folder.resolve("p.roi");
        Files.write(file, RoiEncoder.saveAsByteArray(picture));
        Roi read = RoiSets.read(file).get(0);
        assertInstanceOf(ImageRoi.class, read);
        assertEquals(new java.awt.Rectangle(3, 4, 1, 1), read.getBounds());
    }
}
