package sc.fiji.fastsam.io.zarr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.concurrent.AtOnce;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

class ZarrLabelWriterTest {

    private static final int SIDE = 512;
    private static final PixelSize PIXEL = new PixelSize(0.5, 0.25, 2, "\u00b5m");

    /** Two slices of 2 x 2 chunks, the last ones cut. */
    private static final ImageLayout LAYOUT =
            ImageLayout.of(new Size(SIDE + 300, SIDE + 1), PixelType.UINT16)
                    .withPlanes(new PlaneCounts(1, 2, 1))
                    .withPixelSize(PIXEL);

    @TempDir Path folder;

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        Path target = folder.resolve("a-labels.zarr");
        write(target);
        try (PlaneSource source = OmeZarr.open(target)) {
            assertEquals(LAYOUT.planes(), source.layout().planes());
            assertEquals(PIXEL, source.layout().pixelSize());
            assertEquals(List.of(LAYOUT.size(), new Size(406, 257)), source.layout().levels());
            for (int z = 0; z < 2; z++) {
                Region all = Region.of(LAYOUT.size());
                PixelBlock read = source.region(new PlaneIndex(0, z, 0), 0, all);
                assertArrayEquals(floats(labels(z, all)), read.floats());
            }
        }
    }

    /** NB: OME-Zarr has names of units, no symbols. */
    @ParameterizedTest
    @CsvSource({"km, kilometer", "pm, picometer", "ft, foot", "\u00b5m, micrometer"})
    void unitsAreWrittenByTheirNames(String unit, String name) throws IOException {
        Path target = folder.resolve("a.zarr");
        ImageLayout layout =
                ImageLayout.of(new Size(5, 2), PixelType.UINT16)
                        .withPixelSize(new PixelSize(0.5, 0.5, 1, unit));
        try (ZarrLabelWriter writer = ZarrLabelWriter.create(target, layout)) {
            writer.write(0, 0, 0, new int[10]);
            writer.finish();
        }
        String written = Files.readString(target.resolve(".zattrs"));
        assertTrue(written.contains("\"" + name + "\""), written);
        assertFalse(written.contains("\"" + unit + "\""), written);
    }

    @Test
    void smallerLevelsHoldEveryOtherPixel() throws IOException {
        Path target = folder.resolve("a-labels.zarr");
        write(target);
        try (PlaneSource source = OmeZarr.open(target)) {
            PixelBlock half = source.region(new PlaneIndex(0, 1, 0), 1, new Region(0, 0, 406, 257));
            for (int y = 0; y < 257; y++) {
                for (int x = 0; x < 406; x++) {
                    assertEquals(label(1, 2 * x, 2 * y), half.value(x, y));
                }
            }
        }
    }

    @Test
    void chunksOfBackgroundAreNotStored() throws IOException {
        Path target = folder.resolve("a.zarr");
        try (ZarrLabelWriter writer = ZarrLabelWriter.create(target, LAYOUT)) {
            int[] labels = new int[300];
            labels[299] = 3_000_000_00;
            writer.write(0, 1, 1, labels);
            writer.write(1, 0, 0, new int[SIDE * SIDE]);
            writer.finish();
        }
        try (Stream<Path> files = Files.walk(target.resolve("0"))) {
            assertEquals(
                    List.of(".zarray", "0/1/1"),
                    files.filter(Files::isRegularFile)
                            .map(file -> target.resolve("0").relativize(file).toString())
                            .sorted()
                            .toList());
        }
        try (PlaneSource source = OmeZarr.open(target)) {
            Region last = new Region(SIDE + 298, SIDE, 2, 1);
            assertArrayEquals(
                    new float[] {0, 3_000_000_00},
                    source.region(PlaneIndex.FIRST, 0, last).floats());
        }
    }

    @Test
    void nothingIsLeftOfWhatIsNotFinished() throws IOException {
        try (ZarrLabelWriter writer = ZarrLabelWriter.create(folder.resolve("a.zarr"), LAYOUT)) {
            writer.write(0, 1, 1, new int[300]);
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(), files.toList());
        }
    }

    @Test
    void labelsInsideAnImageAreListedBesideOthers() throws IOException {
        Path image = TestStores.copy("levels-2", folder.resolve("image.zarr"));
        ImageLayout layout = ImageLayout.of(new Size(5, 2), PixelType.UINT16);
        for (String name : List.of("cells", "nuclei", "cells")) {
            try (ZarrLabelWriter writer =
                    ZarrLabelWriter.createInside(image, name, layout, PlaneIndex.FIRST)) {
                writer.write(0, 0, 0, new int[] {0, 1, 0, 0, 0, 0, 2, 2, 0, 16777216});
                writer.finish();
            }
        }
        Path labels = image.resolve("labels");
        assertEquals(List.of("cells", "nuclei"), OmeZarr.images(labels));
        String attributes = Files.readString(labels.resolve("cells/.zattrs"));
        assertTrue(attributes.contains("\"image\": \"../../\""), attributes);
        try (PlaneSource source = OmeZarr.open(labels, "nuclei");
                Stream<Path> files = Files.list(labels)) {
            assertArrayEquals(
                    new float[] {0, 1, 0, 0, 0, 0, 2, 2, 0, 16777216},
                    source.region(PlaneIndex.FIRST, 0, new Region(0, 0, 5, 2)).floats());
            assertEquals(4, files.count());
        }
    }

    @Test
    void onlyLabelImagesAreReplaced() throws IOException {
        Path image = TestStores.copy("levels-2", folder.resolve("image.zarr"));
        assertThrows(IOException.class, () -> ZarrLabelWriter.create(image, LAYOUT));
        assertTrue(OmeZarr.isStore(image));
        Path target = folder.resolve("a.zarr");
        write(target);
        write(target);
        assertTrue(Files.readString(target.resolve("0/.zarray")).contains("zstd"));
    }

    @Test
    void labelsInsideAnImageOfVersion05AreOfThatVersion() throws IOException {
        Path image = TestStores.copy("levels-3", folder.resolve("image.zarr"));
        Files.createDirectories(image.resolve("labels"));
        Files.writeString(
                image.resolve("labels/zarr.json"),
                "{\"zarr_format\": 3, \"node_type\": \"group\", \"attributes\": {\"mine\": 7, "
                        + "\"ome\": {\"version\": \"0.5\", \"labels\": [\"others\"]}}}");
        for (String name : List.of("cells", "nuclei", "cells")) {
            try (ZarrLabelWriter writer =
                    ZarrLabelWriter.createInside(image, name, LAYOUT, PlaneIndex.FIRST)) {
                writeAll(writer);
                writer.finish();
            }
        }
        Path labels = image.resolve("labels");
        assertEquals(
                "{\"zarr_format\":3,\"node_type\":\"group\",\"attributes\":{\"mine\":7,\"ome\":"
                        + "{\"version\":\"0.5\",\"labels\":[\"others\",\"cells\",\"nuclei\"]}}}",
                json(labels.resolve("zarr.json")));
        assertEquals(
                "{\"zarr_format\":3,\"node_type\":\"array\",\"shape\":[2,513,812],\"data_type\":"
                        + "\"uint32\",\"chunk_grid\":{\"name\":\"regular\",\"configuration\":"
                        + "{\"chunk_shape\":[1,512,512]}},\"chunk_key_encoding\":{\"name\":"
                        + "\"default\",\"configuration\":{\"separator\":\"/\"}},\"fill_value\":0,"
                        + "\"codecs\":[{\"name\":\"bytes\",\"configuration\":{\"endian\":\"little\"}},"
                        + "{\"name\":\"zstd\",\"configuration\":{\"level\":3,\"checksum\":false}}],"
                        + "\"attributes\":{},\"dimension_names\":[\"z\",\"y\",\"x\"]}",
                json(labels.resolve("cells/0/zarr.json")));
        String group = json(labels.resolve("cells/zarr.json"));
        assertTrue(group.contains("\"image-label\":{\"source\":{\"image\":\"../../\"}}"), group);
        assertEquals(1, group.split("\"version\"", -1).length - 1, group);
        assertEquals(
                List.of(
                        "cells/0/c/0/0/0",
                        "cells/0/c/0/0/1",
                        "cells/0/c/0/1/0",
                        "cells/0/c/0/1/1",
                        "cells/0/c/1/0/0",
                        "cells/0/c/1/0/1",
                        "cells/0/c/1/1/0",
                        "cells/0/c/1/1/1",
                        "cells/0/zarr.json",
                        "cells/1/c/0/0/0",
                        "cells/1/c/1/0/0",
                        "cells/1/zarr.json",
                        "cells/zarr.json"),
                filesBelow(labels, "cells"));
        try (PlaneSource source = OmeZarr.open(labels, "cells")) {
            PixelSize ofImage = new PixelSize(0.25, 0.25, 1.5, "\u00b5m");
            assertEquals(ofImage, source.layout().pixelSize());
            assertEquals(List.of(LAYOUT.size(), new Size(406, 257)), source.layout().levels());
            for (int z = 0; z < 2; z++) {
                Region all = Region.of(LAYOUT.size());
                PixelBlock read = source.region(new PlaneIndex(0, z, 0), 0, all);
                assertArrayEquals(floats(labels(z, all)), read.floats());
            }
        }
    }

    /** NB: viewers go by the numbers, of which ours are none where they have no known unit. */
    @Test
    void labelsInsideAnImageLieWhereItsPixelsDo() throws IOException {
        Path image = placed();
        label(image);
        JsonObject label = multiscales(image.resolve("labels/a/.zattrs"));
        assertEquals(
                "[{\"name\":\"z\",\"type\":\"space\",\"unit\":\"um\"},"
                        + "{\"name\":\"y\",\"type\":\"space\"},"
                        + "{\"name\":\"x\",\"type\":\"space\",\"unit\":\"parsec\"}]",
                label.get("axes").toString());
        String shift = "{\"type\":\"translation\",\"translation\":[7.0,200.0,-40.0]}";
        assertEquals(
                "[{\"path\":\"0\",\"coordinateTransformations\":[{\"type\":\"scale\",\"scale\":"
                        + "[3.0,1.3,1.0]},"
                        + shift
                        + "]},{\"path\":\"1\",\"coordinateTransformations\":[{\"type\":\"scale\","
                        + "\"scale\":[3.0,2.6,2.0]},"
                        + shift
                        + "]}]",
                label.get("datasets").toString());
    }

    /** NB: 13 = 7 + 2 slices of 3. */
    /** NB: as a run that was given the image, and a link to it, at the same time. */
    @Test
    void labelsOfOneNameThatAreWrittenAtTheSameTimeReplaceEachOther() throws Exception {
        Path image = TestStores.copy("levels-2", folder.resolve("image.zarr"));
        Path link = Files.createSymbolicLink(folder.resolve("link.zarr"), image);
        Callable<Void> first = () -> writeOften(image);
        Callable<Void> second = () -> writeOften(link);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            for (Future<Void> done : two.invokeAll(List.of(first, second))) {
                done.get();
            }
        } finally {
            two.shutdown();
        }
        assertEquals(List.of("cells"), OmeZarr.images(image.resolve("labels")));
        try (Stream<Path> files = Files.list(image.resolve("labels"))) {
            assertEquals(3, files.count(), "cells and the two files of the group");
        }
    }

    private static Void writeOften(Path image) throws IOException {
        ImageLayout layout = ImageLayout.of(new Size(5, 2), PixelType.UINT16);
        for (int i = 0; i < 100; i++) {
            ZarrLabelWriter.checkInside(image, "cells");
            try (ZarrLabelWriter writer =
                    ZarrLabelWriter.createInside(image, "cells", layout, PlaneIndex.FIRST)) {
                writer.write(0, 0, 0, new int[10]);
                writer.finish();
            }
        }
        return null;
    }

    @Test
    void aSliceOfAnImageKeepsItsPlaceInIt() throws IOException {
        Path image = placed();
        ImageLayout slice = ImageLayout.of(new Size(5, 2), PixelType.UINT16);
        int[] labels = {0, 1, 0, 0, 0, 0, 2, 2, 0, 3};
        PlaneIndex third = new PlaneIndex(0, 2, 0);
        try (ZarrLabelWriter writer = ZarrLabelWriter.createInside(image, "a", slice, third)) {
            writer.write(0, 0, 0, labels);
            writer.finish();
        }
        assertEquals(
                "[1,2,5]",
                parse(image.resolve("labels/a/0/.zarray")).getAsJsonArray("shape").toString());
        JsonObject label = multiscales(image.resolve("labels/a/.zattrs"));
        assertEquals(
                "[{\"path\":\"0\",\"coordinateTransformations\":[{\"type\":\"scale\",\"scale\":"
                        + "[3.0,1.3,1.0]},{\"type\":\"translation\",\"translation\":"
                        + "[13.0,200.0,-40.0]}]}]",
                label.get("datasets").toString());
        try (PlaneSource source = OmeZarr.open(image.resolve("labels"), "a")) {
            assertEquals(PlaneCounts.ONE, source.layout().planes());
            Region all = Region.of(slice.size());
            assertArrayEquals(floats(labels), source.region(PlaneIndex.FIRST, 0, all).floats());
        }
    }

    /** An image of several slices with a place of its own. */
    private Path placed() throws IOException {
        Path image = TestStores.copy("levels-2", folder.resolve("image.zarr"));
        JsonObject attributes = parse(image.resolve(".zattrs"));
        JsonObject multiscales = attributes.getAsJsonArray("multiscales").get(0).getAsJsonObject();
        multiscales.add(
                "axes",
                JsonParser.parseString(
                        "[{'name': 'c'}, {'name': 'z', 'unit': 'um'}, {'name': 'y'}, {'name':"
                                + " 'x', 'unit': 'parsec'}]"));
        multiscales
                .getAsJsonArray("datasets")
                .get(0)
                .getAsJsonObject()
                .add(
                        "coordinateTransformations",
                        JsonParser.parseString(
                                "[{'type': 'scale', 'scale': [1, 3, 0.65, 0.5]}, {'type': 'translation',"
                                        + " 'translation': [0, 7, 100, -20]}]"));
        multiscales.add(
                "coordinateTransformations",
                JsonParser.parseString("[{'type': 'scale', 'scale': [1, 1, 2, 2]}]"));
        Files.writeString(image.resolve(".zattrs"), attributes.toString());
        return image;
    }

    private static JsonObject multiscales(Path attributes) throws IOException {
        return parse(attributes).getAsJsonArray("multiscales").get(0).getAsJsonObject();
    }

    /** NB: zarr-python looks at the copy alone, so labels that it lacks are not there for it. */
    @ParameterizedTest
    @CsvSource({
        "levels-2, .zmetadata, labels/.zattrs labels/.zgroup labels/a/.zattrs labels/a/.zgroup"
                + " labels/a/0/.zarray labels/a/1/.zarray",
        "levels-3, zarr.json, labels labels/a labels/a/0 labels/a/1",
    })
    void theCopyOfAllMetadataHasTheLabelsToo(String store, String file, String keys)
            throws IOException {
        Path image = TestStores.copy(store, folder.resolve("image.zarr"));
        Path copy = image.resolve(file);
        boolean later = file.equals("zarr.json");
        JsonObject document = later ? parse(copy) : new JsonObject();
        JsonObject known = new JsonObject();
        known.addProperty("one", 0.25);
        known.add("labels/ab", new JsonObject());
        known.add("labels/a/7", new JsonObject());
        JsonObject consolidated = later ? new JsonObject() : document;
        consolidated.add("metadata", known);
        if (later) {
            document.add("consolidated_metadata", consolidated);
        }
        Files.writeString(copy, document.toString());
        String before = later ? parse(copy).getAsJsonObject("attributes").toString() : "";
        try (ZarrLabelWriter writer =
                ZarrLabelWriter.createInside(image, "a", LAYOUT, PlaneIndex.FIRST)) {
            writer.finish();
        }
        JsonObject after = parse(copy);
        JsonObject metadata =
                (later ? after.getAsJsonObject("consolidated_metadata") : after)
                        .getAsJsonObject("metadata");
        Set<String> expected = new TreeSet<>(List.of(keys.split(" ")));
        expected.addAll(List.of("one", "labels/ab"));
        assertEquals(expected, new TreeSet<>(metadata.keySet()));
        assertEquals(0.25, metadata.get("one").getAsDouble());
        String array = later ? "labels/a/0" : "labels/a/0/.zarray";
        Path stored = image.resolve(later ? array + "/zarr.json" : array);
        assertEquals(parse(stored), metadata.get(array));
        assertEquals(before, later ? after.getAsJsonObject("attributes").toString() : "");
    }

    /** As a plate's, whose images are segmented one beside the other. */
    @ParameterizedTest
    @CsvSource({
        "levels-2, .zmetadata, .zgroup, /.zattrs",
        "levels-3, zarr.json, zarr.json, ''",
    })
    void theCopyOfAPlateHasTheLabelsOfAllImagesToo(
            String store, String file, String group, String ending) throws Exception {
        Path plate = Files.createDirectories(folder.resolve("plate.zarr"));
        boolean later = file.equals("zarr.json");
        JsonObject known = new JsonObject();
        List<Path> images = new ArrayList<>();
        for (int well = 1; well <= 6; well++) {
            String image = "A/" + well + "/0";
            Files.createDirectories(plate.resolve(image).getParent());
            images.add(TestStores.copy(store, plate.resolve(image)));
            Files.writeString(plate.resolve("A/" + well).resolve(group), "{}");
            known.add(image + ending, new JsonObject());
        }
        Files.writeString(plate.resolve("A").resolve(group), "{}");
        known.add("A/10/0/labels/a" + ending, new JsonObject());
        Files.writeString(plate.resolve(group), "{}");
        JsonObject copy = new JsonObject();
        copy.add("metadata", known);
        JsonObject document = later ? new JsonObject() : copy;
        if (later) {
            document.add("consolidated_metadata", copy);
        }
        Files.writeString(plate.resolve(file), document.toString());
        AtOnce.run(images.stream().<AtOnce.Task>map(image -> () -> label(image)).toList());
        JsonObject after = parse(plate.resolve(file));
        JsonObject metadata =
                (later ? after.getAsJsonObject("consolidated_metadata") : after)
                        .getAsJsonObject("metadata");
        for (int well = 1; well <= 6; well++) {
            String label = "A/" + well + "/0/labels/a/0" + (later ? "" : "/.zarray");
            assertTrue(metadata.has(label), label + " of " + metadata.keySet());
            Path stored = plate.resolve(later ? label + "/zarr.json" : label);
            assertEquals(parse(stored), metadata.get(label));
        }
        assertTrue(metadata.has("A/1/0" + ending));
        assertTrue(metadata.has("A/10/0/labels/a" + ending), "another image's");
        try (Stream<Path> files = Files.list(plate)) {
            assertEquals(
                    new TreeSet<>(List.of("A", group, file)),
                    files.map(one -> one.getFileName().toString())
                            .collect(Collectors.toCollection(TreeSet::new)));
        }
    }

    /**
     * NB: zarr-python 3.1 sorts the paths by their depth, takes those that follow one another and
     * have one parent for its members, and of several such runs the last: the others are lost.
     */
    @Test
    void theMembersOfEachFolderAreTogetherInTheCopyAtEachDepth() throws IOException {
        Path plate = Files.createDirectories(folder.resolve("plate.zarr"));
        JsonObject known = new JsonObject();
        for (String path : List.of("", "A", "A/1")) {
            Files.createDirectories(plate.resolve(path));
            Files.writeString(plate.resolve(path).resolve(".zgroup"), "{}");
        }
        for (String key : "A A/1 A/1/0 A/1/1 A/1/0/0 A/1/0/1 A/1/1/0 A/1/1/1".split(" ")) {
            known.add(key + "/.zattrs", new JsonObject());
        }
        JsonObject document = new JsonObject();
        document.add("metadata", known);
        Files.writeString(plate.resolve(".zmetadata"), document.toString());
        for (String image : List.of("A/1/0", "A/1/1")) {
            label(TestStores.copy("levels-2", plate.resolve(image)));
        }
        Set<String> nodes = new LinkedHashSet<>();
        JsonObject metadata = parse(plate.resolve(".zmetadata")).getAsJsonObject("metadata");
        metadata.keySet().forEach(key -> nodes.add(key.replaceAll("/[^/]*$", "")));
        List<String> parents = new ArrayList<>();
        nodes.stream()
                .sorted(Comparator.comparing(node -> node.replaceAll("[^/]", "").length()))
                .map(node -> node.replaceAll("/?[^/]*$", ""))
                .filter(
                        parent ->
                                parents.isEmpty()
                                        || !parents.get(parents.size() - 1).equals(parent))
                .forEach(parents::add);
        assertEquals(parents.stream().distinct().toList(), parents);
    }

    /** As of 384 wells of nine fields with six levels each, and their groups. */
    @Test
    void theCopyOfAPlateMayHaveMillionsOfValues() throws IOException {
        Path plate = Files.createDirectories(folder.resolve("plate.zarr"));
        Path image = TestStores.copy("levels-2", plate.resolve("0"));
        Files.writeString(plate.resolve(".zgroup"), "{}");
        String array = "{\"shape\": [" + "1,".repeat(20) + "1]}";
        StringBuilder known = new StringBuilder("{\"metadata\": {\"0/.zattrs\": {}");
        for (int i = 0; i < 30_000; i++) {
            known.append(", \"" + (i + 1) + "/.zarray\": " + array);
        }
        Files.writeString(plate.resolve(".zmetadata"), known + "}}");
        label(image);
        JsonObject metadata = parse(plate.resolve(".zmetadata")).getAsJsonObject("metadata");
        assertEquals(21, metadata.getAsJsonObject("30000/.zarray").getAsJsonArray("shape").size());
        assertTrue(metadata.has("0/labels/a/0/.zarray"));
    }

    private static void label(Path image) throws IOException {
        try (ZarrLabelWriter writer =
                ZarrLabelWriter.createInside(image, "a", LAYOUT, PlaneIndex.FIRST)) {
            writer.finish();
        }
    }

    private static JsonObject parse(Path file) throws IOException {
        return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
    }

    private static String json(Path file) throws IOException {
        return parse(file).toString();
    }

    private static List<String> filesBelow(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(name))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @CsvSource({"0,2,0,300", "0,1,2,300", "2,1,1,300", "-1,1,1,300", "0,1,1,299", "0,-1,1,300"})
    void tilesThatAreNotThereAreRefused(int plane, int column, int row, int labels)
            throws IOException {
        try (ZarrLabelWriter writer = ZarrLabelWriter.create(folder.resolve("a.zarr"), LAYOUT)) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> writer.write(plane, column, row, new int[labels]));
        }
    }

    @Test
    void negativeLabelsAreRefused() throws IOException {
        int[] labels = new int[300];
        labels[7] = -1;
        try (ZarrLabelWriter writer = ZarrLabelWriter.create(folder.resolve("a.zarr"), LAYOUT)) {
            assertThrows(IllegalArgumentException.class, () -> writer.write(0, 1, 1, labels));
        }
    }

    private static void write(Path target) throws IOException {
        try (ZarrLabelWriter writer = ZarrLabelWriter.create(target, LAYOUT)) {
            writeAll(writer);
            writer.finish();
        }
    }

    private static void writeAll(ZarrLabelWriter writer) throws IOException {
        for (int z = 0; z < 2; z++) {
            for (int column : new int[] {1, 0}) {
                for (int row = 0; row < 2; row++) {
                    writer.write(z, column, row, labels(z, writer.grid().region(column, row)));
                }
            }
        }
    }

    private static int[] labels(int z, Region region) {
        int[] labels = new int[(int) region.area()];
        Arrays.setAll(
                labels,
                i -> label(z, region.x() + i % region.width(), region.y() + i / region.width()));
        return labels;
    }

    /** Squares of 50 pixels, every other one background. */
    private static int label(int z, int x, int y) {
        int square = x / 50 + 100 * (y / 50);
        return square % 2 == 0 ? 0 : square + 70_000 * z;
    }

    private static float[] floats(int[] labels) {
        float[] values = new float[labels.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = labels[i];
        }
        return values;
    }
}
