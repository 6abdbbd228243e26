package sc.fiji.fastsam.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.measure.ResultsTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class LevelOutputsTest {

    private static final SegmentedObject NUCLEUS = square(0.9, 3, 4, 3);
    private static final SegmentedObject CELL = square(0.8, 1, 2, 9);
    private static final SegmentedObject EMPTY_CELL = square(0.7, 12, 2, 8);

    private final ImagePlus image = IJ.createImage("cells.tif", "8-bit", 24, 16, 1);

    private static SegmentedObject square(double score, int x, int y, int side) {
        return Drawn.object(score, Mask.ofRegion(new Region(x, y, side, side)));
    }

    /** Cells of about 9 pixels, nuclei of 3. */
    private ImageObjects objects(boolean levels) {
        Segmentation plain = Drawn.segmentation(24, 16, NUCLEUS, CELL, EMPTY_CELL);
        RunSummary.Level cells = new RunSummary.Level(0.5, 0.3, 5, OptionalDouble.empty());
        RunSummary.Level nuclei = new RunSummary.Level(2, 0.3, 0, OptionalDouble.empty());
        RunSummary one = plain.summary();
        RunSummary two =
                new RunSummary(
                        one.network(),
                        new RunSummary.Sizes(List.of(cells, nuclei)),
                        one.counts(),
                        false,
                        one.milliseconds(),
                        List.of());
        Segmentation found = levels ? plain.withSummary(two) : plain;
        return new ImageSegmenter((plane, settings, progress) -> found)
                .segment(image, ImageTask.DEFAULT, Progress.NONE);
    }

    @Test
    void theTableNamesParentsAndCountsChildren() {
        ResultsTable table = objects(true).toTable();
        assertEquals(2, table.getValue("Parent", 0));
        assertEquals(0, table.getValue("Parent", 1));
        assertEquals(1, table.getValue("Children", 1));
        assertEquals(0, table.getValue("Children", 2));
    }

    @Test
    void theParentsHaveTheirNumbersAndAreWhole() {
        ImageObjects objects = objects(true);
        assertEquals(1, objects.toLabelImage().getProcessor().get(4, 5));
        ImagePlus parents = objects.toParentImage();
        assertEquals("cells-parents", parents.getTitle());
        assertEquals(2, parents.getProcessor().get(4, 5), "under the nucleus");
        assertEquals(3, parents.getProcessor().get(13, 3), "a cell without one");
        assertEquals(0, parents.getProcessor().get(22, 12));
    }

    @Test
    void eachLevelHasItsTypicalDiameter() {
        List<RunSummary.Level> levels = objects(true).summary().sizes().levels();
        assertEquals(CELL.diameter(), levels.get(0).typicalDiameter().orElseThrow(), 1e-9);
        assertEquals(NUCLEUS.diameter(), levels.get(1).typicalDiameter().orElseThrow(), 1e-9);
    }

    @Test
    void ofOneLevelNothingIsSaidOfParents() {
        ImageObjects objects = objects(false);
        assertEquals(-1, objects.toTable().getColumnIndex("Parent"));
        assertEquals(0, objects.toParentImage().getStatistics().max);
    }

    @Test
    void theFilesHaveBoth(@TempDir Path folder) throws IOException {
        List<Path> written =
                new ObjectFiles(objects(true))
                        .write(
                                new FileOutputs(EnumSet.of(OutputKind.TABLE, OutputKind.PARENTS)),
                                folder.resolve("cells"));
        List<String> lines = Files.readAllLines(folder.resolve("cells-objects.csv"));
        assertTrue(lines.get(0).endsWith(",parent,children"), lines.get(0));
        assertTrue(lines.get(1).endsWith(",2,0"), lines.get(1));
        assertTrue(lines.get(2).endsWith(",0,1"), lines.get(2));
        ImagePlus parents = IJ.openImage(folder.resolve("cells-parents.tif").toString());
        assertEquals(2, parents.getProcessor().get(4, 5));
        assertEquals(2, written.size());
    }
}
