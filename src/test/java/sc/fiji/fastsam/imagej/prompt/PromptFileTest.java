package sc.fiji.fastsam.imagej.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.gui.PointRoi;
import ij.gui.PolygonRoi;
import ij.gui.Roi;
import ij.io.RoiDecoder;
import ij.io.RoiEncoder;
import ij.measure.Calibration;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;

class PromptFileTest {

    @TempDir Path folder;

    private final ImagePlus imp = IJ.createImage("cells.tif", "8-bit", 100, 60, 5);

    private Path csv(String text) throws IOException {
        return Files.writeString(folder.resolve("prompts.csv"), text);
    }

    private List<Prompt> prompts(String text) throws IOException {
        return PromptFile.read(csv(text)).forImage(imp, "cells.tif").prompts().stream()
                .map(PromptList.Entry::prompt)
                .toList();
    }

    private String error(String text) throws IOException {
        Path file = csv(text);
        return assertThrows(IOException.class, () -> PromptFile.read(file)).getMessage();
    }

    @Test
    void aTableGivesPointsAndBoxesInItsOrder() throws IOException {
        assertEquals(
                List.of(
                        BoxPrompt.of("b7", 10, 11, 60, 8),
                        new PointPrompt("left", 120.5, 88, Role.FOREGROUND)),
                prompts(
                        "prompt,kind,x,y,width,height\nb7,box,10,11,60,8\nleft,point,120.5,88,,\n"));
    }

    @Test
    void aQuotationMarkThatIsNotClosedIsSaidInWords() throws IOException {
        String error = error("prompt,kind,x,y\n\"a,point,1,2\n");
        assertTrue(error.endsWith(". Check its quotation marks."), error);
        assertFalse(error.contains("Exception"), error);
    }

    @Test
    void rolesPlacesAndImagesAreRead() throws IOException {
        Path file =
                csv(
                        "\uFEFFImage; Prompt; Kind; X; Y; Role; Slice\r\n"
                                + "cells;a;point;1;2;background;3\r\n"
                                + "other.tif;b;point;3;4;;\r\n"
                                + ";c;Point;5;6;foreground;\r\n");
        PromptFile prompts = PromptFile.read(file);
        PromptList list = prompts.forImage(imp, "cells.tif");
        assertEquals(
                List.of(
                        PromptList.Entry.of(
                                new PointPrompt("a", 1, 2, Role.BACKGROUND),
                                new PromptPlace(0, 3, 0)),
                        PromptList.Entry.of(
                                new PointPrompt("c", 5, 6, Role.FOREGROUND), PromptPlace.ANY)),
                list.prompts());
        assertEquals(Set.of("cells", "other.tif"), prompts.images());
        assertEquals(List.of("other.tif"), prompts.imagesNotIn(List.of("cells.tif", "x.tif")));
    }

    @Test
    void blankNamesAreGiven() throws IOException {
        assertEquals(
                List.of("x", "point2"),
                prompts("prompt,kind,x,y\nx,point,1,2\n,point,3,4").stream()
                        .map(Prompt::name)
                        .toList());
    }

    /** NB: as spreadsheets write them, with as many commas as the longest line, or more. */
    @Test
    void blankRowsArePassedOver() throws IOException {
        String table = "prompt,kind,x,y\n,,,\n,point,1,2\n , ,,,,\n,point,3,4\n,,,\n";
        assertEquals(
                List.of(
                        new PointPrompt("point1", 1, 2, Role.FOREGROUND),
                        new PointPrompt("point2", 3, 4, Role.FOREGROUND)),
                prompts(table));
        assertEquals(1, prompts("Area,X,Y\n,,\n0,10.5,20.5\n,,\n").size());
        assertTrue(error(table + ",circle,5,6\n").contains("Line 7 of "));
        assertTrue(error("prompt,kind,x,y\n,,,\n").endsWith("holds no prompts."));
    }

    @Test
    void wrongColumnsAndCellsAreNamedWithTheirLine() throws IOException {
        assertTrue(
                error("prompt,kind,x\na,point,1\n")
                        .contains(
                                "Line 1 of "
                                        + folder.resolve("prompts.csv")
                                        + ": there is no column \"y\"."));
        assertTrue(
                error("prompt,kind,x,y,color\na,point,1,2,red")
                        .contains(
                                "Line 1 of "
                                        + folder.resolve("prompts.csv")
                                        + ": there is a column \"color\"."));
        String head = "prompt,kind,x,y,width,height\na,point,1,2,,\n";
        assertTrue(error(head + "b,circle,1,2,3,4\n").contains("Line 3 of "));
        assertTrue(
                error(head + "b,circle,1,2,3,4")
                        .contains(
                                "Line 3 of "
                                        + folder.resolve("prompts.csv")
                                        + ": kind must be point or box, but was \"circle\"."));
        assertTrue(error(head + "\nb,box,1,2,,4\nc,point,1,2,,").contains("Line 4 of "));
        assertTrue(error(head + "b,box,1,2,,4").contains("width must be a number, but was \"\""));
        assertTrue(error(head + "b,box,1,2,0,4").contains("The sides of box 'b' must be greater"));
        assertTrue(error(head + "b,point,1").contains("it has 3 cells"));
        assertTrue(
                error(head.replace("\n", "\r\n") + "b,circle,1,2,3,4\r\n").contains("Line 3 of "));
        assertTrue(error(head + "\"b\nc\",point,1,2,,\nd,circle,1,2,,").contains("Line 5 of "));
        assertTrue(
                error("prompt,kind,x,y,role\na,point,1,2,bad")
                        .contains("role must be foreground or background, but was \"bad\""));
        assertTrue(
                error("prompt,kind,x,y,slice\na,point,1,2,1.5")
                        .contains("slice must be a whole number, but was \"1.5\""));
    }

    @Test
    void anEmptyTableIsAnError() throws IOException {
        assertTrue(error("prompt,kind,x,y\n").endsWith("holds no prompts."));
        assertTrue(error("").contains("no column \"prompt\""));
    }

    @Test
    void bytesThatAreNoTextAreAnError() throws IOException {
        Path file = folder.resolve("image.csv");
        Files.write(file, new byte[] {'I', 'I', 42, 0, (byte) 0xff, (byte) 0xfe, 7});
        Exception e = assertThrows(IOException.class, () -> PromptFile.read(file));
        assertTrue(e.getMessage().contains("image.csv is no table of prompts"), e.getMessage());
    }

    @Test
    void slicesThatDoNotExistAreErrorsThatNameThePrompt() throws IOException {
        PromptFile file = PromptFile.read(csv("prompt,kind,x,y,slice\na,point,1,2,9\n"));
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> file.forImage(imp, "cells.tif"));
        assertTrue(
                e.getMessage().contains("is for slice 9, but the image has 5 slices"),
                e.getMessage());
    }

    @Test
    void aRoiSetGivesItsRoisInOrderNamedByTheirEntries() throws IOException {
        Path file = folder.resolve("rois.zip");
        PointRoi point = new PointRoi(3, 4);
        point.setPosition(2);
        writeSet(file, List.of(new Roi(10, 20, 30, 15), point));
        PromptList list = PromptFile.read(file).forImage(imp, "cells.tif");
        assertEquals(
                List.of("roi-0", "roi-1"),
                list.prompts().stream().map(p -> p.prompt().name()).toList());
        assertEquals(new PromptPlace(1, 2, 1), list.prompts().get(1).place());
    }

    private static void writeSet(Path file, List<Roi> rois) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (int i = 0; i < rois.size(); i++) {
                zip.putNextEntry(new ZipEntry("roi-" + i + ".roi"));
                zip.write(RoiEncoder.saveAsByteArray(rois.get(i)));
            }
        }
    }

    @Test
    void aSingleRoiIsNamedByItsFile() throws IOException {
        Path file = folder.resolve("left cell.roi");
        Files.write(file, RoiEncoder.saveAsByteArray(new Roi(10, 20, 30, 15)));
        assertEquals(
                BoxPrompt.of("left_cell", 10, 20, 30, 15),
                PromptFile.read(file).forImage(imp, "any").prompts().get(0).prompt());
    }

    @Test
    void filesThatAreNoRoisAreErrorsThatNameThem() throws IOException {
        Path roi = Files.writeString(folder.resolve("a.roi"), "hello, I am no ROI at all");
        Path zip = Files.writeString(folder.resolve("b.zip"), "hello, I am no ZIP at all");
        Path other = Files.writeString(folder.resolve("c.json"), "{}");
        assertTrue(readError(roi).endsWith("a.roi is no ROI. Save it with the ROI Manager."));
        assertTrue(readError(zip).contains("b.zip is no ROI set"));
        assertTrue(readError(other).endsWith("it must be .roi, .zip or .csv."));
        assertTrue(readError(folder.resolve("none.zip")).contains("there is no such prompts file"));
    }

    private static String readError(Path file) {
        return assertThrows(IOException.class, () -> PromptFile.read(file)).getMessage();
    }

    private static PromptFile resource(String name) throws IOException {
        return PromptFile.read(Path.of("src/test/resources/cases", name));
    }

    private static Prompt only(PromptList list) {
        assertEquals(1, list.prompts().size());
        return list.prompts().get(0).prompt();
    }

    @Test
    void decimalCommasAreReadWhereCommasDoNotPartTheCells() throws IOException {
        assertEquals(
                new PointPrompt("a", 132.5988, 127.6953, Role.FOREGROUND),
                only(resource("dec.csv").forImage(imp, "any")));
        assertEquals(
                List.of(new PointPrompt("a", 1.5, -2, Role.FOREGROUND)),
                prompts("prompt\tkind\tx\ty\na\tpoint\t1,5\t-2\n"));
        assertTrue(
                error("prompt;kind;x;y\na;point;1.234,5;2")
                        .contains("x must be a number, but was \"1.234,5\""));
    }

    @Test
    void aResultsTableGivesItsPlacesAsPointsAndSaysSo() throws IOException {
        PromptList list = resource("ijresults.csv").forImage(imp, "any");
        assertEquals(new PointPrompt("point1", 132.5988, 127.6953, Role.FOREGROUND), only(list));
        assertEquals(
                List.of(
                        "X and Y of ijresults.csv, a Results table, were taken as points in"
                                + " pixels"),
                list.notes());
    }

    @Test
    void placesOfAResultsTableAreInTheUnitOfTheImage() throws IOException {
        Calibration calibration = new Calibration();
        calibration.pixelWidth = 0.5;
        calibration.pixelHeight = 0.25;
        calibration.xOrigin = 10;
        calibration.setUnit("um");
        imp.setCalibration(calibration);
        PromptList list =
                PromptFile.read(
                                csv(
                                        " ,Area,X,Y,Counter,Slice\n1,9,12.0,5.0,0,3\n"
                                                + "2,9,1.5,2.5,1,4\n"))
                        .forImage(imp, "any");
        assertEquals(
                List.of(
                        PromptList.Entry.of(
                                new PointPrompt("point1", 34, 20, Role.FOREGROUND),
                                new PromptPlace(1, 3, 1)),
                        PromptList.Entry.of(
                                new PointPrompt("background2", 13, 10, Role.BACKGROUND),
                                new PromptPlace(1, 4, 1))),
                list.prompts());
    }

    /** NB: as Measure writes a point at 250.75 of pixel 251, and the square of pixel 10. */
    @Test
    void ofAResultsTablePointsAreThePixelsThatWereClicked() throws IOException {
        PromptList list =
                PromptFile.read(csv(" ,Area,X,Y\n1,0,12.75,5.5\n2,1,10.5,10.5\n"))
                        .forImage(imp, "any");
        List<PointPrompt> points =
                list.prompts().stream().map(entry -> (PointPrompt) entry.prompt()).toList();
        assertEquals(List.of(13, 10), points.stream().map(PointPrompt::column).toList());
        assertEquals(List.of(6, 10), points.stream().map(PointPrompt::row).toList());
    }

    @Test
    void aTextUnderAreaIsAnothersAndMeansNothing() throws IOException {
        assertEquals(2, prompts("Area,X,Y\nA1,10.5,20.5\n0.000,12.75,5.5\n").size());
    }

    @Test
    void aFileOfTextAloneSaysThatItHoldsNoPrompts() throws IOException {
        PromptFile text = resource("text.roi");
        Exception e = assertThrows(IllegalArgumentException.class, () -> text.forImage(imp, "any"));
        assertTrue(
                e.getMessage()
                        .endsWith(
                                "text.roi holds no prompts: ROI 'text' is no prompt and was left"
                                        + " out. Use points, rectangles or other areas."),
                e.getMessage());
    }

    @Test
    void aRectangleOfNoSizeIsAPixelAsInImageJ() throws IOException {
        byte[] bytes = RoiEncoder.saveAsByteArray(new Roi(10, 20, 1, 1));
        bytes[RoiDecoder.BOTTOM + 1] = 20;
        bytes[RoiDecoder.RIGHT + 1] = 10;
        Path file = Files.write(folder.resolve("dot.roi"), bytes);
        assertEquals(
                BoxPrompt.of("dot", 10, 20, 1, 1),
                only(PromptFile.read(file).forImage(imp, "any")));
    }

    @Test
    void aRoiWithoutAreaIsAnErrorThatNamesIt() throws IOException {
        Path file = folder.resolve("nothing.roi");
        int[] same = {7, 7, 7};
        Roi dot = new PolygonRoi(same, same, 3, Roi.POLYGON);
        Files.write(file, RoiEncoder.saveAsByteArray(dot));
        PromptFile prompts = PromptFile.read(file);
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> prompts.forImage(imp, "any"));
        assertEquals("ROI 'nothing' has no area. Draw it again.", e.getMessage());
    }

    @Test
    void messagesOfLinesAreSentences() throws IOException {
        String head = "prompt,kind,x,y,width,height\n";
        assertTrue(
                error(head + "b,point,1\n")
                        .contains(
                                "it has 3 cells, but the first line names 6 columns. Columns are"));
        String empty = error(head + "b,box,1,2,0,10\n");
        assertTrue(empty.contains(". Columns are"), empty);
        assertFalse(empty.contains(".."), empty);
    }

    @Test
    void namesThatAreGivenTwiceStayApart() throws IOException {
        String table = "prompt,kind,x,y\na,point,1,2\na_2,point,3,4\na,point,5,6\n";
        PromptList list = PromptList.empty().and(PromptFile.read(csv(table)).forImage(imp, "any"));
        assertEquals(
                List.of("a", "a_2", "a_3"),
                list.prompts().stream().map(p -> p.prompt().name()).toList());
    }

    @Test
    void namesMayBeGivenAgainOnOtherPlanes() throws IOException {
        String table =
                """
                prompt,kind,x,y,frame,channel
                a,point,1,2,1,1
                a,point,3,4,2,1
                a,point,5,6,2,2
                a,point,7,8,3,1
                a,point,9,9,,
                a,point,1,1,3,1
                """;
        ImagePlus stack = IJ.createHyperStack("t", 30, 20, 2, 1, 3, 8);
        assertEquals(
                List.of("a", "a", "a_2", "a", "a_3", "a_2"),
                PromptList.empty()
                        .and(PromptFile.read(csv(table)).forImage(stack, "any"))
                        .prompts()
                        .stream()
                        .map(p -> p.prompt().name())
                        .toList());
    }
}
