package sc.fiji.fastsam.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.io.FileSaver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.imagej.LabelPlus;
import sc.fiji.fastsam.imagej.ObjectColors;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.MaskRois;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.testing.TestImages;

class TruthTest {

    @TempDir Path folder;

    @Test
    void theTestImagesHaveTheObjectsTheirReadmeSays() {
        assertEquals(125, TestImages.truth("nuclei").objects().size());
        assertEquals(24, TestImages.truth("coins").objects().size());
    }

    @Test
    void regionsOfRealObjectsReproduceThemToThePixel() {
        TestImages.truth("nuclei")
                .objects()
                .forEach(o -> assertEquals(o.mask(), MaskRois.toMask(MaskRois.toRoi(o.mask()))));
    }

    @Test
    void labelImagesOfTheTrueObjectsScoreOne() throws IOException {
        Map<String, ImagePlus> images =
                Map.of("nuclei", TestImages.nuclei(), "coins", TestImages.coins());
        images.forEach(this::saveLabels);
        FolderEvaluation evaluation =
                FolderEvaluation.of(
                        TestImages.TRUTH, folder, file -> IJ.openImage(file.toString()));
        assertEquals(List.of(), evaluation.problems());
        assertEquals(1, evaluation.pooled().averagePrecision(0.95));
        assertEquals(149, evaluation.pooled().truth());
    }

    private void saveLabels(String stem, ImagePlus image) {
        Segmentation truth = TestImages.truth(stem);
        ImagePlus labels =
                LabelPlus.create(
                        Labeling.of(truth, OverlapRule.SMALLEST_ON_TOP),
                        image,
                        PlanePosition.FIRST,
                        ObjectColors.byPlace(truth.objects()));
        assertEquals(stem + LabelPlus.SUFFIX, labels.getTitle());
        new FileSaver(labels).saveAsTiff(folder.resolve(labels.getTitle() + ".tif").toString());
    }
}
