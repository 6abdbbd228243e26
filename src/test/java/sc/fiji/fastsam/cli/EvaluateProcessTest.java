package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import ij.process.ColorProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import ij.process.ShortProcessor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.SampleFiles;
import sc.fiji.fastsam.cli.FastSamProcess.Result;

class EvaluateProcessTest {

    @TempDir private Path folder;
    private Path truth;
    private Path predicted;

    @BeforeEach
    void createFolders() throws IOException {
        truth = Files.createDirectory(folder.resolve("truth"));
        predicted = Files.createDirectory(folder.resolve("predicted"));
    }

    /** 60 pixels moved by one of 10 share 54 of 66; a third object answers none. */
    @Test
    void labelsOfAllDepthsAreMatchedOneToOne() throws Exception {
        save(truth, "a", draw(new ByteProcessor(40, 24), 2, 3, 10, 6, 1));
        save(predicted, "a", draw(draw(new ShortProcessor(40, 24), 3, 3, 10, 6, 300), 30, 2, 4, 4));
        save(truth, "b", draw(new FloatProcessor(40, 24), 2, 2, 20, 10, 70_000));
        save(
                predicted,
                "b",
                draw(draw(new ByteProcessor(40, 24), 2, 2, 10, 10, 1), 12, 2, 10, 10, 2));
        Path csv = folder.resolve("scores.csv");
        evaluate("--csv", csv).expect(0);
        List<String> lines = Files.readAllLines(csv);
        assertTrue(lines.get(1).startsWith("a,1,2,1,1,0,0.5000,1,0.8182,"), lines.get(1));
        assertTrue(lines.get(2).startsWith("b,1,2,1,1,0,0.5000,1,0.5000,"), lines.get(2));
        assertTrue(lines.get(4).startsWith("pooled,2,4,2,2,0,0.5000,1,0.6591,"), lines.get(4));
    }

    @Test
    void whatCannotBeJudgedIsNamedAndTheRestIsDone() throws Exception {
        for (String name : List.of("color", "good", "grays", "lone", "size")) {
            save(truth, name, draw(new ByteProcessor(40, 24), 2, 3, 10, 6, 1));
        }
        ColorProcessor color = new ColorProcessor(40, 24);
        color.set(3, 3, 0xff2211);
        save(predicted, "color", color);
        save(predicted, "good", draw(new ByteProcessor(40, 24), 2, 3, 10, 6, 5));
        save(predicted, "grays", new ColorProcessor(40, 24));
        save(predicted, "size", new ByteProcessor(24, 40));
        Result result = evaluate().expect(1);
        List<String> errors = result.errors();
        assertEquals(4, errors.size(), result.err());
        String start = "fastsam: " + predicted + File.separator;
        assertTrue(errors.get(0).startsWith(start + "color.tif is a color (RGB)"));
        assertTrue(errors.get(1).startsWith(start + "grays.tif is a color (RGB)"));
        assertEquals(
                "fastsam: " + truth.resolve("lone.tif") + " has no partner in " + predicted,
                errors.get(2));
        assertTrue(errors.get(3).startsWith(start + "size.tif is 24 x 40, but the truth is 40"));
        assertTrue(result.out().lines().anyMatch(line -> line.matches("good .* 1\\.000")));
    }

    @Test
    void aLabelImageIsNotOverwrittenThroughALinkEither() throws Exception {
        Path labels = save(truth, "a", draw(new ByteProcessor(40, 24), 2, 3, 10, 6, 1));
        save(predicted, "a", new ByteProcessor(40, 24));
        Path link = Files.createSymbolicLink(truth.resolveSibling("scores.csv"), labels);
        Result result = evaluate("--csv", link).expect(2);
        assertTrue(result.err().contains("would overwrite the input"), result.err());
    }

    @Test
    void aLabelImageIsNeverOverwritten() throws Exception {
        Path labels = save(truth, "a", draw(new ByteProcessor(40, 24), 2, 3, 10, 6, 1));
        save(predicted, "a", new ByteProcessor(40, 24));
        byte[] before = Files.readAllBytes(labels);
        Result result = evaluate("--csv", labels).expect(2);
        assertTrue(result.err().contains("--csv " + labels + " would overwrite"), result.err());
        assertArrayEquals(before, Files.readAllBytes(labels));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void scoresThatCannotBePrintedAreAFailure() throws Exception {
        save(truth, "a", draw(new ByteProcessor(40, 24), 2, 3, 10, 6, 1));
        save(predicted, "a", draw(new ByteProcessor(40, 24), 2, 3, 10, 6, 1));
        Object[] arguments = {"evaluate", "--truth", truth, "--predicted", predicted};
        Result result = FastSamProcess.runWithFullOutput(arguments).expect(1);
        assertTrue(result.err().startsWith("fastsam: standard output takes no more"), result.err());
    }

    private Result evaluate(Object... more) throws IOException, InterruptedException {
        Object[] arguments = {"evaluate", "--truth", truth, "--predicted", predicted};
        return FastSamProcess.run(Stream.of(arguments, more).flatMap(Arrays::stream).toArray());
    }

    private static ImageProcessor draw(ImageProcessor ip, int... box) {
        ip.setRoi(box[0], box[1], box[2], box[3]);
        ip.setValue(box.length > 4 ? box[4] : 9);
        ip.fill();
        ip.resetRoi();
        return ip;
    }

    private static Path save(Path folder, String name, ImageProcessor labels) {
        return SampleFiles.save(new ImagePlus(name, labels), folder.resolve(name + ".tif"));
    }
}
