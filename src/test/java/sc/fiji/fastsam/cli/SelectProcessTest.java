package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.Roi;
import ij.process.ImageProcessor;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.cli.FastSamProcess.Result;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.imagej.roi.RoiSets;
import sc.fiji.fastsam.onnx.TinyModels;

class SelectProcessTest {

    @TempDir private Path folder;

    private Result select(Object... args) throws Exception {
        return selectAt(96, args);
    }

    private Result selectAt(int imageSize, Object... args) throws Exception {
        List<Object> all =
                new ArrayList<>(
                        List.of(
                                "select",
                                "--model",
                                TinyModels.path("l2-dynamic"),
                                "--image-size",
                                imageSize,
                                "--contrast",
                                "type",
                                "--out",
                                folder.resolve("out")));
        all.addAll(Arrays.asList(args));
        return FastSamProcess.run(all.toArray());
    }

    @Test
    void pointsAndBoxesChooseObjectsAndTheTableNamesThem() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        select(image, "--points", "75,46; 90,5", "--boxes", "12,8,28,16").expect(0);
        ImageProcessor labels =
                ImageFiles.open(folder.resolve("out/three-labels.tif")).getProcessor();
        assertEquals(1, labels.get(75, 46));
        assertEquals(2, labels.get(20, 15));
        assertEquals(0, labels.get(10, 50));
        List<String> table = Files.readAllLines(folder.resolve("out/three-objects.csv"));
        assertTrue(table.get(1).startsWith("1,point1,"), table.get(1));
        assertTrue(table.get(2).startsWith("2,box1,"), table.get(2));
        assertTrue(table.get(3).contains(",no match,,point2,"), table.get(3));
    }

    @Test
    void aTableOfPromptsServesSeveralImages() throws Exception {
        Path a = TinyImage.save(folder.resolve("a.tif"));
        Path b = TinyImage.save(folder.resolve("b.tif"));
        Path csv =
                Files.writeString(
                        folder.resolve("prompts.csv"),
                        "prompt,kind,x,y,width,height,image\n"
                                + "left,box,4,36,12,24,a.tif\n"
                                + "top,point,20,15,,,b\n");
        select(a, b, "--prompts", csv).expect(0);
        assertTrue(table("a").get(1).startsWith("1,left,"), table("a").get(1));
        assertTrue(table("b").get(1).startsWith("1,top,"), table("b").get(1));
    }

    private List<String> table(String stem) throws Exception {
        return Files.readAllLines(folder.resolve("out/" + stem + "-objects.csv"));
    }

    @Test
    void slicesOfAMultiPageTiffHaveTheirOwnPrompts() throws Exception {
        Path stack = MultiPage.save(folder.resolve("stack.tif"), 3);
        Path csv =
                Files.writeString(
                        folder.resolve("prompts.csv"),
                        "prompt,kind,x,y,width,height,slice\n"
                                + "left,box,4,36,12,24,3\n"
                                + "top,point,20,15,,,1\n"
                                + "void,point,90,5,,,3\n");
        select(stack, "--prompts", csv).expect(0);
        ImagePlus labels = ImageFiles.open(folder.resolve("out/stack-labels.tif"));
        assertEquals(3, labels.getStackSize());
        assertEquals(1, labels.getStack().getProcessor(1).get(20, 15));
        assertEquals(0, labels.getStack().getProcessor(1).get(10, 50));
        assertEquals(0, labels.getStack().getProcessor(2).getStats().max);
        assertEquals(1, labels.getStack().getProcessor(3).get(10, 50));
        assertEquals(0, labels.getStack().getProcessor(3).get(20, 15));
        assertEquals(
                List.of("1 top top 1 1 1", "1 left left 1 3 1", "\"\" no match void 1 3 1"),
                places("stack"));
    }

    /** Label, name, prompts, channel, slice and frame of each line of a table. */
    private List<String> places(String stem) throws Exception {
        return table(stem).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .map(c -> String.join(" ", c[0], c[1], c[3], c[4], c[5], c[6]))
                .toList();
    }

    @Test
    void oneSliceIsTakenWhereNoneIsNamedAndThatIsSaid() throws Exception {
        Path stack = MultiPage.save(folder.resolve("stack.tif"), 3);
        Result first = select(stack, "--points", "20,15").expect(0);
        assertTrue(first.err().contains("took the first of 3 slices: --slices all takes all"));
        assertEquals(List.of("1 point1 point1 1 1 1"), places("stack"));
        Result second = select(stack, "--points", "20,15", "--slice", "2").expect(0);
        assertEquals("", second.err());
        assertEquals(List.of("1 point1 point1 1 2 1"), places("stack"));
    }

    @Test
    void promptsForOtherSlicesThanTheOneAskedForAreAnErrorThatNamesBoth() throws Exception {
        Path stack = MultiPage.save(folder.resolve("stack.tif"), 3);
        Path csv =
                Files.writeString(
                        folder.resolve("prompts.csv"),
                        "prompt,kind,x,y,slice\ntop,point,20,15,3\n");
        String err = select(stack, "--prompts", csv, "--slice", "2").expect(1).err();
        assertTrue(err.contains("The prompt is for other planes (slice 3)"), err);
        assertTrue(err.contains("slice 2, frame 1"), err);
        String none =
                select(TinyImage.save(folder.resolve("one.tif")), "--prompts", csv).expect(1).err();
        assertTrue(none.contains("Prompt 'top' of "), none);
        assertTrue(none.contains("is for slice 3, but the image has 1 slice."), none);
    }

    @Test
    void aFileOfRoisNamesItsObjects() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Roi box = new Roi(58, 38, 34, 16);
        box.setName("long one");
        PointRoi point = new PointRoi(20, 15);
        point.setName("CD4+");
        Path rois = folder.resolve("RoiSet.zip");
        try (OutputStream out = Files.newOutputStream(rois)) {
            RoiSets.write(List.of(box, point), out);
        }
        select(image, "--prompts", rois).expect(0);
        assertEquals(List.of("1 long_one long_one 1 1 1", "2 CD4+ CD4+ 1 1 1"), places("three"));
        List<Roi> regions = RoiSets.read(folder.resolve("out/three-rois.zip"));
        assertEquals(List.of("long_one", "CD4+"), regions.stream().map(Roi::getName).toList());
    }

    @Test
    void rowsForImagesThatAreNotThereAreSaid() throws Exception {
        Path a = TinyImage.save(folder.resolve("a.tif"));
        Path csv =
                Files.writeString(
                        folder.resolve("prompts.csv"),
                        "prompt,kind,x,y,image\ntop,point,20,15,a\nb,point,1,2,gone.tif\n");
        String err = select(a, "--prompts", csv).expect(0).err();
        assertTrue(err.contains("prompts for gone.tif are left out"), err);
    }

    @Test
    void aDiameterMayBeALength() throws Exception {
        Path image = TinyImage.saveCalibrated(folder.resolve("three.tif"), 400, 900, "nm");
        Object[] point = {image, "--points", "20,15", "--no-second-look"};
        List<String> inPixels = selected(point, "40");
        assertEquals(inPixels, selected(point, "24um"));
        assertNotEquals(inPixels, selected(point, "24"));
        Path bare = TinyImage.save(folder.resolve("bare.tif"));
        String error = select(bare, "--points", "20,15", "--diameter", "24um").expect(1).err();
        assertTrue(error.contains("\"bare.tif\" has no calibration"), error);
        assertTrue(
                select(bare, "--points", "20,15", "--diameter", "24 feet")
                        .expect(2)
                        .err()
                        .contains("--diameter must be a number of pixels, as 12,"));
    }

    @Test
    void aWrongValueIsNamedByItsOption() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        assertEquals(
                List.of(
                        "fastsam: --min-box-iou must lie between 0 and 1, but was 2. See: fastsam"
                                + " select --help"),
                select(image, "--points", "20,15", "--min-box-iou", "2").expect(2).errors());
    }

    private List<String> selected(Object[] point, String diameter) throws Exception {
        List<Object> all = new ArrayList<>(Arrays.asList(point));
        all.addAll(List.of("--diameter", diameter));
        selectAt(0, all.toArray()).expect(0);
        return table("three");
    }

    @Test
    void wrongPromptsAreUsageErrors() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        assertTrue(select(image).expect(2).err().contains("There is no prompt: give --points"));
        String words = select(image, "--points", "7,7", "--not", "debris").expect(2).err();
        assertTrue(words.contains("--not debris leaves out objects that --text finds"), words);
        assertTrue(select(image, "--points", "7").expect(2).err().contains("but one was \"7\""));
        Path csv = Files.writeString(folder.resolve("bad.csv"), "prompt,kind,x\na,point,1\n");
        assertTrue(select(image, "--prompts", csv).expect(2).err().contains("Line 1 of "));
        Path text = Files.writeString(folder.resolve("no.zip"), "hello, I am no ZIP at all");
        String none = select(image, "--prompts", text).expect(2).err();
        assertTrue(none.contains("no.zip is no ROI set"), none);
    }

    @Test
    void aBoxOutsideFailsThatFileAndNamesTheBox() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        assertTrue(select(image, "--boxes", "500,8,10,10").expect(1).err().contains("'box1'"));
    }

    @Test
    void wordsChooseObjectsAndTheTableHasTheirSimilarity() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        Path clip = Path.of("src/test/resources/sc/fiji/fastsam/text/tiny-clip");
        select(image, "--text", "round nucleus; long rod", "--top", 2, "--clip", clip).expect(0);
        List<String> table = table("three");
        assertTrue(table.get(0).endsWith(",similarity"), table.get(0));
        List<String> named = table.stream().filter(l -> l.contains("round_nucleus")).toList();
        assertEquals(2, named.size(), table.toString());
        for (String line : named) {
            double similarity = Double.parseDouble(line.substring(line.lastIndexOf(',') + 1));
            assertTrue(similarity >= -1 && similarity <= 1, line);
        }
    }

    @Test
    void wordsWithoutClipSayHowToInstallIt() throws Exception {
        Path image = TinyImage.save(folder.resolve("three.tif"));
        String err = select(image, "--text", "nucleus", "--clip", folder).expect(3).err();
        assertTrue(err.contains("fastsam models install clip"), err);
    }
}
