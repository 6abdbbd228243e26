package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.cli.FastSamProcess.Result;

/**
 * A drawn time series, segmented by the bundled network: two discs pass each other, one stays, one
 * divides into two after the third frame.
 */
class LinkedSeriesProcessTest {

    private static final int FRAMES = 6;

    @TempDir private Path folder;

    private static int[][] discs(int frame) {
        int[][] passing = {{40 + 14 * frame, 50, 13}, {190 - 14 * frame, 86, 13}, {60, 190, 15}};
        return frame < 3
                ? new int[][] {passing[0], passing[1], passing[2], {180, 190, 18}}
                : new int[][] {
                    passing[0],
                    passing[1],
                    passing[2],
                    {164 - 3 * (frame - 3), 190, 12},
                    {196 + 3 * (frame - 3), 190, 12}
                };
    }

    private Path series() {
        ImageStack stack = new ImageStack(256, 256);
        for (int f = 0; f < FRAMES; f++) {
            ByteProcessor ip = new ByteProcessor(256, 256);
            ip.setColor(20);
            ip.fill();
            ip.setColor(200);
            for (int[] d : discs(f)) {
                ip.fillOval(d[0] - d[2], d[1] - d[2], 2 * d[2], 2 * d[2]);
            }
            ip.blurGaussian(1.5);
            stack.addSlice(ip);
        }
        ImagePlus image = new ImagePlus("series", stack);
        image.setDimensions(1, 1, FRAMES);
        Path file = folder.resolve("series.tif");
        new FileSaver(image).saveAsTiffStack(file.toString());
        return file;
    }

    @Test
    void drawnCellsKeepTheirNumbersAndTheDivisionIsInTheTable() throws Exception {
        FastSamProcess.run(
                        "segment",
                        series(),
                        "--out",
                        folder,
                        "--frames",
                        "all",
                        "--link",
                        "frames",
                        "--diameter",
                        "28")
                .expect(0);
        ImagePlus labels = IJ.openImage(folder.resolve("series-labels.tif").toString());
        assertEquals(FRAMES, labels.getNFrames());
        for (int disc = 0; disc < 3; disc++) {
            int first = label(labels, 0, disc);
            assertTrue(first > 0);
            for (int f = 1; f < FRAMES; f++) {
                assertEquals(first, label(labels, f, disc), "disc " + disc + " in frame " + f);
            }
        }
        int parent = label(labels, 2, 3);
        assertEquals(label(labels, 0, 3), parent);
        List<String> rows = Files.readAllLines(folder.resolve("series-objects.csv"));
        assertTrue(rows.get(0).endsWith(",mother"), rows.get(0));
        for (int child = 3; child < 5; child++) {
            int id = label(labels, 3, child);
            assertEquals(id, label(labels, FRAMES - 1, child));
            assertEquals(
                    FRAMES - 3,
                    rows.stream()
                            .filter(row -> row.startsWith(id + ",") && row.endsWith("," + parent))
                            .count());
        }
    }

    private static int label(ImagePlus labels, int frame, int disc) {
        int[] d = discs(frame)[disc];
        return labels.getStack().getProcessor(frame + 1).get(d[0], d[1]);
    }

    @Test
    void linksAlongFramesOfWhichOneIsTakenAreRefusedByName() throws Exception {
        Result result =
                FastSamProcess.run("segment", series(), "--out", folder, "--link", "frames");
        assertEquals(1, result.code());
        assertTrue(
                (result.out() + result.err())
                        .contains(
                                "link is frames, but only one of the 6 frames is taken; --frames all"
                                        + " takes all."),
                result.out() + result.err());
    }
}
