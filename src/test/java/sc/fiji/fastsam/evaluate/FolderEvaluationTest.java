package sc.fiji.fastsam.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.SampleStores;
import sc.fiji.fastsam.imagej.file.ImageFiles;

class FolderEvaluationTest {

    private static final LabelReader READER = file -> IJ.openImage(file.toString());

    @TempDir Path folder;
    private Path truth;
    private Path predicted;

    @BeforeEach
    void createFolders() throws IOException {
        truth = Files.createDirectory(folder.resolve("truth"));
        predicted = Files.createDirectory(folder.resolve("predicted"));
    }

    @Test
    void truthAndResultsOfARunArePairedByStem() throws IOException {
        save(truth.resolve("a.png"), bytes(1, 1, 0, 2));
        save(truth.resolve("b.tif"), bytes(0, 0, 0, 5));
        save(predicted.resolve("a-labels.tif"), shorts(1, 1, 0, 0));
        save(predicted.resolve("a-overlay.png"), new ColorProcessor(4, 1));
        save(predicted.resolve("b-labels.tif"), shorts(0, 0, 0, 300));
        FolderEvaluation evaluation = evaluate();
        assertEquals(List.of(), evaluation.problems());
        assertEquals(
                List.of("a", "b"), evaluation.images().stream().map(ImageScore::name).toList());
        assertEquals(0.5, evaluation.images().get(0).matching().averagePrecision(0.5));
        assertEquals(2.0 / 3, evaluation.pooled().averagePrecision(0.5));
    }

    /** Labels 1 and 2 in two pixels each; the prediction has the first right. */
    @Test
    void ofOmeZarrImagesTheLabelsInsideCount() throws IOException {
        Path both = truth.resolve("a.zarr");
        store(both, 900, 901, 902, 903);
        store(both.resolve("labels/fastsam"), 1, 1, 0, 0);
        store(both.resolve("labels/fastsam-parents"), 0, 0, 0, 0);
        store(both.resolve("labels/nuclei"), 4, 4, 7, 7);
        FolderEvaluation evaluation = FolderEvaluation.of(truth, truth, ImageFiles::open);
        assertEquals(List.of(), evaluation.problems());
        assertEquals(0.5, evaluation.pooled().averagePrecision(0.5));
        store(both.resolve("labels/cells"), 1, 1, 1, 1);
        evaluation = FolderEvaluation.of(truth, truth, ImageFiles::open);
        assertEquals(
                List.of(
                        both
                                + " has several label images in it: cells, nuclei. Copy the one"
                                + " that is meant into a folder of its own."),
                evaluation.problems());
    }

    @Test
    void ofAPredictionThatHasSeveralTheLabelsOfFastSamCount() throws IOException {
        store(truth.resolve("a.zarr"), 900, 901, 902, 903);
        store(truth.resolve("a.zarr/labels/fastsam"), 1, 1, 0, 2);
        store(predicted.resolve("a.zarr"), 900, 901, 902, 903);
        store(predicted.resolve("a.zarr/labels/cells"), 1, 2, 3, 4);
        store(predicted.resolve("a.zarr/labels/fastsam"), 5, 5, 0, 7);
        FolderEvaluation evaluation = FolderEvaluation.of(truth, predicted, ImageFiles::open);
        assertEquals(List.of(), evaluation.problems());
        assertEquals(1, evaluation.pooled().averagePrecision(0.95));
        assertEquals(2, evaluation.pooled().truth());
    }

    /** NB: a run fills a folder of a hidden name; one that was killed leaves it, and its lock. */
    @Test
    void labelsThatARunIsWritingDoNotCount() throws IOException {
        Path both = truth.resolve("a.zarr");
        store(both, 900, 901, 902, 903);
        store(both.resolve("labels/cells"), 1, 1, 0, 2);
        store(both.resolve("labels/.fastsam-1.folder"), 3, 3, 3, 3);
        Files.createFile(both.resolve("labels/.fastsam.lock"));
        FolderEvaluation evaluation = FolderEvaluation.of(truth, truth, ImageFiles::open);
        assertEquals(List.of(), evaluation.problems());
        assertEquals(2, evaluation.pooled().truth());
    }

    @Test
    void soDoThoseInsideOfTheOnlyImageOfAStore() throws IOException {
        save(truth.resolve("a.png"), bytes(1, 1, 0, 2));
        store(predicted.resolve("a.zarr/0"), 900, 901, 902, 903);
        store(predicted.resolve("a.zarr/0/labels/fastsam"), 5, 5, 0, 7);
        Path attributes = predicted.resolve("a.zarr/.zattrs");
        Files.writeString(attributes, "{\"bioformats2raw.layout\": 3}");
        FolderEvaluation evaluation = FolderEvaluation.of(truth, predicted, ImageFiles::open);
        assertEquals(List.of(), evaluation.problems());
        assertEquals(1, evaluation.pooled().averagePrecision(0.95));
    }

    private static void store(Path folder, int... values) throws IOException {
        SampleStores.save(new ImagePlus("a", shorts(values)), folder, List.of());
    }

    @Test
    void filesThatDoNotCountBesideOthersNamedLabelsAreNamed() throws IOException {
        save(truth.resolve("a-labels.tif"), bytes(1, 2));
        save(truth.resolve("a.png"), bytes(7, 9));
        save(truth.resolve("a-overlay.png"), new ColorProcessor(2, 1));
        save(truth.resolve("b.tif"), bytes(1, 2));
        save(truth.resolve("c.png"), bytes(1, 2));
        save(predicted.resolve("a.tif"), bytes(1, 2));
        FolderEvaluation evaluation = evaluate();
        assertEquals(1, evaluation.images().size());
        assertEquals(
                List.of(
                        truth
                                + " has files named -labels, so that others do not count: b.tif,"
                                + " c.png. Name all label images so, or none"),
                evaluation.problems());
    }

    @Test
    void filesOfTheSameNameArePairedWithoutASuffix() throws IOException {
        save(truth.resolve("a.png"), bytes(1, 2));
        save(predicted.resolve("a.tif"), bytes(1, 2));
        assertEquals(1, evaluate().pooled().averagePrecision(0.95));
    }

    @Test
    void subfoldersAreComparedUnderTheirNames() throws IOException {
        Files.createDirectory(truth.resolve("day1"));
        Files.createDirectory(predicted.resolve("day1"));
        save(truth.resolve("a.png"), bytes(1, 0));
        save(truth.resolve("day1/a.png"), bytes(1, 2));
        save(predicted.resolve("a-labels.tif"), shorts(1, 0));
        save(predicted.resolve("day1/a-labels.tif"), shorts(1, 0));
        FolderEvaluation evaluation = evaluate();
        assertEquals(List.of(), evaluation.problems());
        assertEquals(List.of("a", "day1/a"), names(evaluation));
        assertEquals(0.5, evaluation.images().get(1).matching().averagePrecision(0.5));
    }

    @Test
    void resultsThatKeptTheEndingOfTheirImageFindTheirPartner() throws IOException {
        save(truth.resolve("x.png"), bytes(1, 0));
        save(truth.resolve("x.tif"), bytes(1, 2));
        save(truth.resolve("b.tif"), bytes(1, 2));
        save(predicted.resolve("x.png-labels.tif"), shorts(1, 0));
        save(predicted.resolve("x.tif-labels.tif"), shorts(1, 2));
        save(predicted.resolve("b.jpg-labels.tif"), shorts(1, 2));
        FolderEvaluation evaluation = evaluate();
        assertEquals(List.of(), evaluation.problems());
        assertEquals(List.of("b", "x", "x.tif"), names(evaluation));
        assertEquals(1, evaluation.pooled().averagePrecision(0.95));
    }

    @Test
    void anImageWhoseNameIsAFormulaIsAPathInTheTable() throws IOException {
        save(truth.resolve("=a.png"), bytes(1, 2));
        save(predicted.resolve("=a.png"), bytes(1, 2));
        String csv = csv();
        assertEquals("./=a,2,2,2,0,0,", csv.split("\n")[1].substring(0, 15));
    }

    private static List<String> names(FolderEvaluation evaluation) {
        return evaluation.images().stream().map(ImageScore::name).toList();
    }

    @Test
    void everyProblemIsNamedAndTheOtherImagesAreDone() throws IOException {
        save(truth.resolve("alone.png"), bytes(1, 2));
        save(truth.resolve("color.png"), bytes(1, 2));
        save(truth.resolve("good.png"), bytes(1, 2));
        save(truth.resolve("size.png"), bytes(1, 2));
        save(truth.resolve("twice.png"), bytes(1, 2));
        save(truth.resolve("twice.tif"), bytes(1, 2));
        save(predicted.resolve("color.png"), new ColorProcessor(2, 1));
        save(predicted.resolve("good.png"), bytes(1, 2));
        save(predicted.resolve("other.png"), bytes(1, 2));
        save(predicted.resolve("size.png"), bytes(1, 2, 3));
        save(predicted.resolve("twice.png"), bytes(1, 2));
        FolderEvaluation evaluation = evaluate();
        assertEquals(2, evaluation.images().size());
        String all = String.join("\n", evaluation.problems());
        assertEquals(5, evaluation.problems().size(), all);
        assertTrue(all.contains("twice.tif belongs to the same image as twice.png"), all);
        assertTrue(all.contains("alone.png has no partner in " + predicted), all);
        assertTrue(all.contains("other.png has no partner in " + truth), all);
        assertTrue(all.contains(predicted.resolve("color.png") + " is a color (RGB) image"), all);
        assertTrue(
                all.contains(predicted.resolve("size.png") + " is 3 x 1, but the truth is 2 x 1"),
                all);
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        save(truth.resolve("a.png"), bytes(1, 2));
        Files.writeString(predicted.resolve("a.png"), "no image");
        LabelReader reader =
                file -> {
                    if (file.startsWith(predicted)) {
                        throw new IOException("is not an image");
                    }
                    return IJ.openImage(file.toString());
                };
        assertEquals(
                List.of(predicted.resolve("a.png") + " is not an image"),
                FolderEvaluation.of(truth, predicted, reader).problems());
    }

    private String csv() throws IOException {
        StringBuilder csv = new StringBuilder();
        EvaluationReport.writeCsv(evaluate(), csv);
        return csv.toString();
    }

    @Test
    void stacksAreComparedPlaneByPlane() throws IOException {
        ImageStack stack = new ImageStack(2, 1);
        stack.addSlice(bytes(1, 2));
        stack.addSlice(bytes(0, 2));
        for (Path file : List.of(truth.resolve("s.tif"), predicted.resolve("s.tif"))) {
            new FileSaver(new ImagePlus("s", stack)).saveAsTiff(file.toString());
        }
        FolderEvaluation evaluation = evaluate();
        assertEquals("s [2]", evaluation.images().get(1).name());
        assertEquals(3, evaluation.pooled().truth());
        save(predicted.resolve("s.tif"), bytes(1, 2));
        assertEquals(
                List.of(predicted.resolve("s.tif") + " has 1 plane, but the truth has 2"),
                evaluate().problems());
        String csv = csv();
        assertEquals(1, csv.lines().count(), "nothing was compared: " + csv);
        assertEquals(1, EvaluationReport.table(evaluate()).lines().count());
    }

    @Test
    void anImageWithoutAPairHasNoMeanIouAndIsNotInTheMeanOfThem() throws IOException {
        save(truth.resolve("a.png"), bytes(1, 1, 1, 2));
        save(truth.resolve("b.png"), bytes(1, 0, 0, 0));
        save(predicted.resolve("a.png"), bytes(1, 1, 0, 0));
        save(predicted.resolve("b.png"), bytes(0, 4, 0, 5));
        String csv = csv();
        String[] lines = csv.split("\n");
        // truth, predicted, hits, false, missed, precision, recall, mean IoU, ...
        assertTrue(lines[1].startsWith("a,2,1,1,0,1,1,0.5000,0.6667,"), lines[1]);
        assertTrue(lines[2].startsWith("b,1,2,0,2,1,0,0,,0,"), lines[2]);
        assertTrue(
                lines[3].startsWith(
                        "mean of images,1.5000,1.5000,0.5000,1,1,0.5000,0.2500,0.6667,"),
                lines[3]);
        assertTrue(lines[4].startsWith("pooled,3,3,1,2,2,0.3333,0.3333,0.6667,"), lines[4]);
        assertTrue(EvaluationReport.table(evaluate()).lines().toList().get(2).endsWith(" NaN"));
    }

    @Test
    void foldersWithoutLabelImagesAreNamed() throws IOException {
        assertThrows(IOException.class, this::evaluate);
        save(truth.resolve("a.png"), bytes(1, 2));
        Exception empty = assertThrows(IOException.class, this::evaluate);
        String expected =
                predicted
                        + " holds no label images. Expected TIFF, OME-Zarr, PNG, GIF, BMP or PGM"
                        + " files.";
        assertEquals(expected, empty.getMessage());
        for (String other : List.of("a.jpg", "a.avi", "a.dcm", "a.fits", "a.svs")) {
            Files.writeString(predicted.resolve(other), "no label image");
        }
        empty = assertThrows(IOException.class, this::evaluate);
        assertEquals(expected, empty.getMessage());
        Path missing = folder.resolve("missing");
        Exception e =
                assertThrows(IOException.class, () -> FolderEvaluation.of(truth, missing, READER));
        assertTrue(e.getMessage().contains("missing is no folder"), e.getMessage());
    }

    @Test
    void theReportHasALineAnImageTheirMeanAndThePool() throws IOException {
        save(truth.resolve("a.png"), bytes(1, 1, 0, 2));
        save(truth.resolve("b.png"), bytes(0, 0, 0, 5));
        save(predicted.resolve("a.png"), bytes(1, 1, 0, 0));
        save(predicted.resolve("b.png"), bytes(0, 0, 0, 5));
        String csv = csv();
        assertEquals(
                """
                image,truth,predicted,tp_50,fp_50,fn_50,precision_50,recall_50,mean_matched_iou,\
                ap_50_95,ap_50,ap_55,ap_60,ap_65,ap_70,ap_75,ap_80,ap_85,ap_90,ap_95
                a,2,1,1,0,1,1,0.5000,1,0.5000,0.5000,0.5000,0.5000,0.5000,0.5000,0.5000,0.5000,\
                0.5000,0.5000,0.5000
                b,1,1,1,0,0,1,1,1,1,1,1,1,1,1,1,1,1,1,1
                mean of images,1.5000,1,1,0,0.5000,1,0.7500,1,0.7500,0.7500,0.7500,0.7500,0.7500,\
                0.7500,0.7500,0.7500,0.7500,0.7500,0.7500
                pooled,3,2,2,0,1,1,0.6667,1,0.6667,0.6667,0.6667,0.6667,0.6667,0.6667,0.6667,\
                0.6667,0.6667,0.6667,0.6667
                """,
                csv);
        String[] lines = EvaluationReport.table(evaluate()).split("\\R");
        assertEquals(5, lines.length);
        assertEquals(
                "pooled              3      2    0.667  0.667    0.667   1.000  0.667 1.000",
                lines[4]);
        assertEquals(lines[0].length(), lines[4].length());
        assertEquals(lines[3].length(), lines[4].length());
    }

    private FolderEvaluation evaluate() throws IOException {
        return FolderEvaluation.of(truth, predicted, READER);
    }

    private static ImageProcessor bytes(int... ids) {
        ImageProcessor ip = new ByteProcessor(ids.length, 1);
        for (int i = 0; i < ids.length; i++) {
            ip.set(i, ids[i]);
        }
        return ip;
    }

    private static ImageProcessor shorts(int... ids) {
        ShortProcessor ip = new ShortProcessor(ids.length, 1);
        for (int i = 0; i < ids.length; i++) {
            ip.set(i, ids[i]);
        }
        return ip;
    }

    private static void save(Path file, ImageProcessor ip) {
        FileSaver saver = new FileSaver(new ImagePlus("x", ip));
        if (file.toString().endsWith(".png")) {
            saver.saveAsPng(file.toString());
        } else {
            saver.saveAsTiff(file.toString());
        }
    }
}
