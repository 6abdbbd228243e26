package sc.fiji.fastsam.imagej.roi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.gui.Roi;
import ij.io.RoiEncoder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        RoiSets.write(ObjectRois.create(OBJECTS, place), file);
        List<Roi> rois = RoiSets.read(file);
        assertEquals(List.of("0011-0001-0.93", "0011-0002-0.50"), names(rois));
        for (int i = 0; i < 2; i++) {
            assertEquals(OBJECTS.get(i).mask(), MaskRois.toMask(rois.get(i)));
            assertEquals(ObjectRois.GROUP, rois.get(i).getGroup());
            assertEquals(0, rois.get(i).getCPosition());
            assertEquals(3, rois.get(i).getZPosition());
            assertEquals(2, rois.get(i).getTPosition());
        }
    }

    @Test
    void regionsOfTheSameNameAreAllKept() throws IOException {
        Path file = folder.resolve("twice.zip");
        List<Roi> twice =
                List.of(
                        ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE).get(0),
                        ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE).get(0));
        RoiSets.write(twice, file);
        assertEquals(List.of("0001-0.93", "0001-0.93"), names(RoiSets.read(file)));
    }

    @Test
    void onlyTheFinishedFileIsLeft() throws IOException {
        RoiSets.write(
                ObjectRois.create(OBJECTS, RoiPlace.EVERYWHERE), folder.resolve("a-rois.zip"));
        try (var files = Files.list(folder)) {
            assertEquals(List.of("a-rois.zip"), files.map(f -> "" + f.getFileName()).toList());
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
        RoiSets.write(List.of(), empty);
        for (Path file : List.of(text, empty, nothing)) {
            IOException e = assertThrows(IOException.class, () -> RoiSets.read(file));
            assertTrue(e.getMessage().contains(file.toString()), e.getMessage());
        }
    }

    @Test
    void moreThan9999RegionsKeepTheirAlphabeticalOrder() {
        List<SegmentedObject> many = java.util.Collections.nCopies(10_000, OBJECTS.get(1));
        assertEquals("00001-0.50", ObjectRois.create(many, RoiPlace.EVERYWHERE).get(0).getName());
    }

    private static List<String> names(List<Roi> rois) {
        return rois.stream().map(Roi::getName).toList();
    }
}
