package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import ij.ImageStack;
import ij.measure.Calibration;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneRange;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.file.ImageFiles;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.settings.LabelsFormat;

/** OME-Zarr images and the same pixels as TIFF, through a run. */
class ZarrInputTest {

    @TempDir private Path folder;
    private Path tiff;
    private Path zarr;

    /** Two channels, three slices, two frames, each with a rectangle elsewhere. */
    @BeforeEach
    void makeFiles() throws IOException {
        ImageStack stack = new ImageStack(40, 24);
        for (int i = 0; i < 12; i++) {
            ShortProcessor plane = new ShortProcessor(40, 24);
            plane.setValue(100 + i);
            plane.fill();
            plane.setValue(900 + i);
            plane.setRoi(5 + i, 3, 6, 4 + i % 3);
            plane.fill();
            stack.addSlice(i % 2 == 0 ? "DAPI" : "GFP", plane);
        }
        ImagePlus image = new ImagePlus("cells", stack);
        image.setDimensions(2, 3, 2);
        Calibration calibration = image.getCalibration();
        calibration.pixelWidth = 0.5;
        calibration.pixelHeight = 0.5;
        calibration.pixelDepth = 2;
        calibration.setUnit("\u00b5m");
        calibration.frameInterval = 30;
        Files.createDirectories(folder.resolve("tiff"));
        tiff = SampleFiles.save(image, folder.resolve("tiff/cells.tif"));
        zarr = folder.resolve("in/cells.zarr");
        SampleStores.save(image, zarr, List.of("DAPI", "GFP"));
    }

    @Test
    void anOmeZarrImageOpensAsItsTiffDoes() throws IOException {
        ImagePlus expected = ImageFiles.open(tiff);
        ImagePlus image = ImageFiles.open(zarr);
        assertEquals("cells.zarr", image.getTitle());
        assertArrayEquals(expected.getDimensions(), image.getDimensions());
        assertEquals(0.5, image.getCalibration().pixelWidth);
        assertEquals(2, image.getCalibration().pixelDepth);
        assertEquals(30, image.getCalibration().frameInterval);
        assertEquals("\u00b5m", image.getCalibration().getUnit());
        assertEquals(List.of(), ImageFiles.notes(image));
        for (int i = 1; i <= 12; i++) {
            assertArrayEquals(
                    (short[]) expected.getStack().getPixels(i),
                    (short[]) image.getStack().getPixels(i));
            assertEquals(i % 2 == 1 ? "DAPI" : "GFP", image.getStack().getSliceLabel(i));
        }
    }

    @Test
    void allResultsAreThoseOfTheTiff() throws IOException {
        PlaneRange all =
                new PlaneRange(new ChannelSource(2), IndexRange.ALL, IndexRange.parse("2").get());
        BatchReport report = run(zarr, all, LabelsFormat.TIFF, "z");
        assertTrue(report.isComplete(), report.toString());
        assertEquals(3, report.objects());
        assertEquals(List.of(), report.outcomes().get(0).notes());
        run(tiff, all, LabelsFormat.TIFF, "t");
        assertArrayEquals(bytes("t/cells-labels.tif"), bytes("z/cells-labels.tif"));
        assertArrayEquals(bytes("t/cells-overlay.png"), bytes("z/cells-overlay.png"));
        assertEquals(
                Files.readString(folder.resolve("t/cells-objects.csv")),
                Files.readString(folder.resolve("z/cells-objects.csv")));
    }

    @Test
    void labelsAsOmeZarrAreThoseOfTheTiffWithItsCalibration() throws IOException {
        PlaneRange all = new PlaneRange(new ChannelSource(1), IndexRange.ALL, IndexRange.ALL);
        BatchReport report = run(zarr, all, LabelsFormat.ZARR, "z");
        assertEquals(
                folder.resolve("z/cells-labels.zarr"), report.outcomes().get(0).written().get(0));
        assertFalse(Files.exists(folder.resolve("z/cells-labels.tif")));
        run(zarr, all, LabelsFormat.TIFF, "t");
        ImagePlus expected = ImageFiles.open(folder.resolve("t/cells-labels.tif"));
        ImagePlus labels = ImageFiles.open(folder.resolve("z/cells-labels.zarr"));
        assertArrayEquals(expected.getDimensions(), labels.getDimensions());
        assertEquals(0.5, labels.getCalibration().pixelWidth);
        assertEquals("\u00b5m", labels.getCalibration().getUnit());
        assertEquals(30, labels.getCalibration().frameInterval);
        for (int i = 1; i <= 6; i++) {
            assertArrayEquals(
                    expected.getStack().getProcessor(i).getFloatArray(),
                    labels.getStack().getProcessor(i).getFloatArray());
        }
    }

    @Test
    void earlierLabelsOfThatNameAreReplacedAndNothingIsLeftBeside() throws IOException {
        PlaneRange all = new PlaneRange(new ChannelSource(1), IndexRange.ALL, IndexRange.ALL);
        run(zarr, all, LabelsFormat.ZARR, "z");
        run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR, "z");
        assertEquals(1, ImageFiles.open(folder.resolve("z/cells-labels.zarr")).getStackSize());
        try (var files = Files.list(folder.resolve("z"))) {
            assertEquals(
                    List.of(
                            "cells-labels.zarr",
                            "cells-objects.csv",
                            "cells-overlay.png",
                            "cells-rois.zip",
                            "journal.jsonl",
                            "objects.csv",
                            "report.csv",
                            "report.html",
                            "report.json"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aFolderThatIsNoLabelImageIsNotReplaced() throws IOException {
        Path mine = Files.createDirectories(folder.resolve("z/cells-labels.zarr"));
        Files.writeString(mine.resolve("notes.txt"), "mine");
        BatchReport report = run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR, "z");
        assertEquals(1, report.count(FileStatus.FAILED));
        assertTrue(report.outcomes().get(0).error().contains("is no label image"));
        assertTrue(Files.exists(mine.resolve("notes.txt")));
        assertFalse(Files.exists(folder.resolve("z/cells-objects.csv")));
    }

    @Test
    void anImageIsNeverReplacedByItsOwnLabels() throws IOException {
        SampleStores.save(ImageFiles.open(tiff), folder.resolve("in/cells-labels.zarr"), List.of());
        BatchSettings settings = settings(PlaneRange.SHOWN, LabelsFormat.ZARR, "in");
        List<InputFile> inputs =
                InputFiles.of(
                        List.of(zarr, folder.resolve("in/cells-labels.zarr")),
                        false,
                        NamePatterns.ALL,
                        true);
        BatchReport report =
                new Batch(BatchTest::brightRectangle, settings)
                        .run(inputs, new BatchTest.Recorder(99));
        assertEquals(
                List.of(FileStatus.FAILED, FileStatus.DONE),
                report.outcomes().stream().map(FileOutcome::status).toList());
        assertTrue(report.outcomes().get(0).error().contains("would overwrite the input"));
    }

    @Test
    void ofAPlateEachImageIsDoneUnderItsWellsName() throws IOException {
        Path plate = plate();
        List<String> names = List.of("plate/A/1/0", "plate/A/2/0", "plate/B/1/0");
        for (Path named : List.of(plate, folder.resolve("in2"))) {
            assertEquals(
                    names,
                    InputFiles.of(List.of(named), false, NamePatterns.ALL, true).stream()
                            .map(InputFile::name)
                            .toList());
        }
        BatchReport report = run(plate, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "p");
        assertTrue(report.isComplete(), report.toString());
        assertTrue(Files.exists(folder.resolve("p/plate/B/1/0-objects.csv")));
        assertTrue(Files.exists(plate.resolve("B/1/0/labels/fastsam/.zattrs")));
        assertEquals(
                names.size(),
                new Batch(
                                BatchTest::brightRectangle,
                                settings(PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "p"))
                                .run(
                                        InputFiles.of(
                                                List.of(plate), false, NamePatterns.ALL, true),
                                        new BatchTest.Recorder(99))
                                .outcomes()
                                .stream()
                                .filter(FileOutcome::earlier)
                                .count());
    }

    @Test
    void patternsWithASlashChooseAmongTheImagesOfAPlate() throws IOException {
        Path plate = plate();
        assertEquals(List.of("plate/B/1/0"), names(plate, List.of("b/*/*"), List.of()));
        assertEquals(List.of("plate/A/1/0"), names(plate, List.of("**/1/0"), List.of("B/**")));
        assertEquals(
                List.of("plate/A/2/0", "plate/B/1/0"),
                names(plate, List.of("*.png"), List.of("A/1/*")));
        Path in = plate.getParent();
        assertEquals(
                List.of("plate/A/1/0", "plate/A/2/0"),
                names(in, List.of("plate.zarr/A/*/*"), List.of()));
        assertEquals(
                List.of("plate/A/1/0", "plate/B/1/0"),
                names(in, List.of("*.zarr"), List.of("**/A/2/0")));
        assertEquals(List.of(), names(in, List.of("plate.zarr/*/*/*"), List.of("PLATE*")));
    }

    @Test
    void aPlateOfWhichPatternsLeaveNoImageIsAFailedInput() throws IOException {
        String none =
                "is a folder in which no file is left by include C/*; one of those left out is ";
        assertEquals(List.of(Optional.of(none + "A/1/0")), problems(plate(), "C/*"));
        Path in = plate().getParent();
        assertEquals(List.of(Optional.of(none + "plate.zarr/A/1/0")), problems(in, "C/*"));
    }

    private static List<Optional<String>> problems(Path path, String include) {
        NamePatterns patterns = new NamePatterns(List.of(include), List.of());
        return InputFiles.of(List.of(path), false, patterns, true).stream()
                .map(InputFile::problem)
                .toList();
    }

    /** Names of the inputs that patterns leave. */
    private static List<String> names(Path path, List<String> include, List<String> exclude) {
        NamePatterns patterns = new NamePatterns(include, exclude);
        return InputFiles.of(List.of(path), false, patterns, true).stream()
                .filter(input -> input.problem().isEmpty())
                .map(InputFile::name)
                .toList();
    }

    /** A store of three wells, A/1, A/2 and B/1, with an image each. */
    private Path plate() throws IOException {
        Path plate = folder.resolve("in2/plate.zarr");
        List<String> wells = new ArrayList<>();
        for (String well : List.of("A/1", "A/2", "B/1")) {
            Path image = plate.resolve(well + "/0");
            SampleStores.save(ImageFiles.open(tiff), image, List.of());
            Files.writeString(
                    plate.resolve(well + "/.zattrs"),
                    "{\"well\": {\"images\": [{\"path\": \"0\"}]}}");
            wells.add("{\"path\": \"" + well + "\"}");
        }
        Files.writeString(plate.resolve(".zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(plate.resolve(".zattrs"), "{\"plate\": {\"wells\": " + wells + "}}");
        return plate;
    }

    @Test
    void ofAFolderAStoreIsOneImageAndWhatIsInItIsNotTaken() throws IOException {
        Path in = folder.resolve("in");
        Files.copy(tiff, in.resolve("cells.zarr/preview.tif"));
        Files.createDirectories(in.resolve("sub"));
        Files.move(zarr, in.resolve("sub/cells.ome.zarr"));
        SampleStores.save(ImageFiles.open(tiff), in.resolve("bare"), List.of());
        SampleStores.save(ImageFiles.open(tiff), in.resolve("x-labels.zarr"), List.of());
        Files.createDirectories(in.resolve("broken.zarr/0"));
        assertEquals(List.of("bare", "broken"), names(in, false));
        assertEquals(List.of("bare", "broken", "sub/cells.ome"), names(in, true));
    }

    @Test
    void aBrokenStoreIsReported() throws IOException {
        Path broken = Files.createDirectories(folder.resolve("broken.zarr"));
        BatchReport report = run(broken, PlaneRange.SHOWN, LabelsFormat.TIFF, "z");
        assertEquals(
                "is no Zarr store: it has neither zarr.json nor .zgroup nor .zarray. Give the"
                        + " folder that has.",
                report.outcomes().get(0).error());
        Path remote = Path.of("https://host/cells.zarr");
        assertEquals(
                "is a remote address, but only local files and folders are read. Copy it to a"
                        + " local folder first.",
                run(remote, PlaneRange.SHOWN, LabelsFormat.TIFF, "z").outcomes().get(0).error());
        Path packed = Files.writeString(folder.resolve("cells.zarr.zip"), "PK");
        assertEquals(
                "is a file, not a folder. Unzip the Zarr store first.",
                run(packed, PlaneRange.SHOWN, LabelsFormat.TIFF, "z").outcomes().get(0).error());
    }

    @Test
    void labelsInsideTheImageAreThoseBesideItAndNameIt() throws IOException {
        PlaneRange all = new PlaneRange(new ChannelSource(1), IndexRange.ALL, IndexRange.ALL);
        BatchReport report = run(zarr, all, LabelsFormat.ZARR_INSIDE, "z");
        assertTrue(report.isComplete(), report.toString());
        Path inside = zarr.resolve("labels/fastsam");
        assertEquals(inside, report.outcomes().get(0).written().get(0));
        assertTrue(Files.readString(zarr.resolve("labels/.zattrs")).contains("\"fastsam\""));
        assertTrue(Files.readString(inside.resolve(".zattrs")).contains("\"image\": \"../../\""));
        run(zarr, all, LabelsFormat.ZARR, "y");
        ImagePlus expected = ImageFiles.open(folder.resolve("y/cells-labels.zarr"));
        ImagePlus labels = ImageFiles.open(inside);
        assertArrayEquals(expected.getDimensions(), labels.getDimensions());
        for (int i = 1; i <= 6; i++) {
            assertArrayEquals(
                    expected.getStack().getProcessor(i).getFloatArray(),
                    labels.getStack().getProcessor(i).getFloatArray());
        }
    }

    /** NB: slices are 2 apart, frames 30. */
    @Test
    void labelsInsideOfASingleSliceLieThere() throws IOException {
        PlaneRange third =
                new PlaneRange(
                        new ChannelSource(1),
                        IndexRange.parse("3").get(),
                        IndexRange.parse("2").get());
        BatchReport report = run(zarr, third, LabelsFormat.ZARR_INSIDE, "z");
        assertTrue(report.isComplete(), report.toString());
        Path inside = zarr.resolve("labels/fastsam");
        String attributes = Files.readString(inside.resolve(".zattrs")).replaceAll("\\s", "");
        String place =
                "{\"type\":\"scale\",\"scale\":[30.0,2.0,0.5,0.5]},"
                        + "{\"type\":\"translation\",\"translation\":[30.0,4.0,0.0,0.0]}";
        assertTrue(attributes.contains(place), attributes);
        run(tiff, third, LabelsFormat.TIFF, "t");
        ImagePlus expected = ImageFiles.open(folder.resolve("t/cells-labels.tif"));
        ImagePlus labels = ImageFiles.open(inside);
        assertArrayEquals(expected.getDimensions(), labels.getDimensions());
        assertArrayEquals(
                expected.getProcessor().getFloatArray(), labels.getProcessor().getFloatArray());
    }

    @Test
    void withLabelsInsideTheSameRunDoesNothingAgain() throws IOException {
        run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        BatchReport again = run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertTrue(again.outcomes().get(0).earlier());
        Files.delete(zarr.resolve("labels/fastsam/.zattrs"));
        Files.delete(zarr.resolve("labels/fastsam/.zgroup"));
        BatchReport lost = run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertFalse(lost.outcomes().get(0).earlier());
    }

    /** NB: labels inside are listed there, so the image's own file changes. */
    @Test
    void withACopyOfItsMetadataToo() throws IOException {
        Path copy = zarr.resolve(".zmetadata");
        Files.writeString(copy, "{\"metadata\": {\"mine\": {}}}");
        run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        String listed = Files.readString(copy);
        assertTrue(listed.contains("\"labels/fastsam/0/.zarray\""), listed);
        BatchReport again = run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertTrue(again.outcomes().get(0).earlier());
        assertEquals(listed, Files.readString(copy));
    }

    /** NB: their labels would lie at the same place. */
    @Test
    void aStoreAndTheOnlyImageInItAreTakenOnce() throws IOException {
        Path store = storeOfOne();
        for (List<Path> named :
                List.of(List.of(store, store.resolve("0")), List.of(store.resolve("0"), store))) {
            List<InputFile> inputs = InputFiles.of(named, false, NamePatterns.ALL, true);
            assertEquals(List.of(named.get(0)), inputs.stream().map(InputFile::path).toList());
        }
    }

    @Test
    void ofAStoreOfOneImageTheyLieInThat() throws IOException {
        Path store = storeOfOne();
        labelsLieIn(store, store.resolve("0"));
    }

    /** NB: as bioformats2raw writes a file of one image. */
    private Path storeOfOne() throws IOException {
        Path store = folder.resolve("one/cells.zarr");
        SampleStores.save(ImageFiles.open(tiff), store.resolve("0"), List.of());
        Files.writeString(store.resolve(".zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(store.resolve(".zattrs"), "{\"bioformats2raw.layout\": 3}");
        return store;
    }

    @Test
    void ofAPlateOfOneFieldTheyAreInItsCopyOfTheMetadataToo() throws IOException {
        Path plate = plate();
        Files.writeString(
                plate.resolve(".zattrs"), "{\"plate\": {\"wells\": [{\"path\": \"B/1\"}]}}");
        Path copy = plate.resolve(".zmetadata");
        Files.writeString(copy, "{\"metadata\": {\"B/1/0/.zgroup\": {}}}");
        Files.writeString(plate.resolve("B/.zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(plate.resolve("B/1/.zgroup"), "{\"zarr_format\": 2}");
        labelsLieIn(plate, plate.resolve("B/1/0"));
        String listed = Files.readString(copy);
        assertTrue(listed.contains("\"B/1/0/labels/fastsam/0/.zarray\""), listed);
    }

    /** Results are named by the store, and the same run finds all done. */
    private void labelsLieIn(Path store, Path image) throws IOException {
        BatchReport report = run(store, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertTrue(report.isComplete(), report.toString());
        assertEquals(image.resolve("labels/fastsam"), report.outcomes().get(0).written().get(0));
        assertTrue(Files.exists(image.resolve("labels/fastsam/.zattrs")));
        String name = store.getFileName().toString().replace(".zarr", "");
        assertTrue(Files.exists(folder.resolve("z/" + name + "-objects.csv")));
        BatchReport again = run(store, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertTrue(again.outcomes().get(0).earlier());
    }

    @Test
    void ofAChangedImageLabelsInsideAreReplaced() throws IOException {
        run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        SampleStores.save(ImageFiles.open(tiff), zarr, List.of("more", "names"));
        BatchReport again = run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertFalse(again.outcomes().get(0).earlier());
        assertTrue(again.isComplete(), again.toString());
    }

    @Test
    void othersLabelsInsideStayAsTheyAre() throws IOException {
        SampleStores.save(ImageFiles.open(tiff), zarr.resolve("labels/nuclei"), List.of());
        Files.writeString(
                zarr.resolve("labels/.zattrs"), "{\"labels\": [\"nuclei\"], \"mine\": 7}");
        String before = Files.readString(zarr.resolve("labels/nuclei/.zattrs"));
        run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertEquals(before, Files.readString(zarr.resolve("labels/nuclei/.zattrs")));
        String group = Files.readString(zarr.resolve("labels/.zattrs")).replaceAll("\\s", "");
        assertEquals("{\"labels\":[\"nuclei\",\"fastsam\"],\"mine\":7}", group);
    }

    @Test
    void aLabelImageOfThatNameThatIsNotOursIsNotReplaced() throws IOException {
        SampleStores.save(ImageFiles.open(tiff), zarr.resolve("labels/fastsam"), List.of());
        BatchReport report = run(zarr, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertEquals(
                "has a labels/fastsam that was not written by FastSAM. Rename that.",
                report.outcomes().get(0).error());
        assertFalse(Files.exists(folder.resolve("z/cells-objects.csv")));
    }

    @Test
    void labelsCannotBePutIntoATiff() throws IOException {
        BatchReport report = run(tiff, PlaneRange.SHOWN, LabelsFormat.ZARR_INSIDE, "z");
        assertEquals(
                "is no OME-Zarr image, so that label images cannot be put into it. Write them"
                        + " beside it (labels_format = zarr).",
                report.outcomes().get(0).error());
    }

    private List<String> names(Path in, boolean recursive) {
        return InputFiles.of(List.of(in), recursive, NamePatterns.ALL, true).stream()
                .map(InputFile::name)
                .toList();
    }

    private BatchReport run(Path file, PlaneRange planes, LabelsFormat format, String out)
            throws IOException {
        List<InputFile> inputs = InputFiles.of(List.of(file), false, NamePatterns.ALL, true);
        return new Batch(BatchTest::brightRectangle, settings(planes, format, out))
                .run(inputs, new BatchTest.Recorder(99));
    }

    private BatchSettings settings(PlaneRange planes, LabelsFormat format, String out) {
        Set<OutputKind> all = EnumSet.copyOf(OutputKind.USUAL);
        return new BatchSettings(
                folder.resolve(out),
                new FileOutputs(all, format),
                ImageTask.DEFAULT.withPlanes(planes),
                Optional.empty());
    }

    private byte[] bytes(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }
}
