package sc.fiji.fastsam.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;

class InstalledModelsTest {

    @TempDir private Path folder;
    private InstalledModels models;
    private Path network;

    @BeforeEach
    void writeNetwork() throws IOException {
        models = new InstalledModels(folder.resolve("models"));
        network = Files.write(folder.resolve("My Cells.ONNX"), new byte[] {8, 7, 18, 0});
    }

    private InstalledModel add() throws IOException {
        return new OwnModels(models).add(network, Optional.empty(), Progress.NONE);
    }

    @Test
    void aNetworkOfTheUsersIsCopiedUnderASimpleName() throws IOException {
        InstalledModel model = add();
        assertEquals("my-cells", model.id());
        assertEquals("Added from My Cells.ONNX", model.title());
        assertEquals(List.of(model), models.list());
        Path copy = models.folder().resolve("my-cells/my-cells.onnx");
        assertEquals(ModelFile.of(copy), models.resolve("my-cells"));
        assertEquals(Optional.of(ModelFile.of(copy)), model.network());
    }

    /**
     * graph (7) { initializer (5) { external_data (13) { key: "location", value: "w.data" } } }.
     */
    @Test
    void weightsBesideANetworkAreCopiedWithIt() throws IOException {
        Files.write(network, withWeightsIn("w.data"));
        String message = assertThrows(ModelException.class, this::add).getMessage();
        assertTrue(message.contains("keeps weights in the file w.data"), message);
        assertEquals(List.of(), models.list());
        Files.writeString(folder.resolve("w.data"), "weights");
        InstalledModel model = add();
        assertEquals("weights", Files.readString(model.folder().resolve("w.data")));
        assertEquals(Set.of("my-cells.onnx", "w.data"), model.digests().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"../w.data", "a/w.data"})
    void weightsElsewhereAreRefused(String name) throws IOException {
        Files.writeString(folder.resolve("w.data"), "weights");
        Files.write(network, withWeightsIn(name));
        String message = assertThrows(ModelException.class, this::add).getMessage();
        assertTrue(message.contains(name + ", which is not beside it"), message);
    }

    /** As "./w.data" and "w.data" in one network. */
    @Test
    void weightsOfOneFileUnderTwoNamesAreCopiedOnce() throws IOException {
        Files.writeString(folder.resolve("w.data"), "weights");
        byte[] one = withWeightsIn("w.data");
        byte[] two = withWeightsIn("./w.data");
        Files.write(
                network, ByteBuffer.allocate(one.length + two.length).put(one).put(two).array());
        assertEquals(Set.of("my-cells.onnx", "w.data"), add().digests().keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"w\0", "", ".", "receipt.properties", "my-cells.onnx"})
    void weightsThatCannotLieBesideItsCopyAreRefused(String name) throws IOException {
        for (String there : List.of("receipt.properties", "my-cells.onnx")) {
            Files.writeString(folder.resolve(there), "weights");
        }
        Files.write(network, withWeightsIn(name));
        assertTrue(
                assertThrows(ModelException.class, this::add).getMessage().contains("weights in"));
        assertEquals(List.of(), models.list());
    }

    @Test
    void weightsBesideANetworkBelongToIt() throws IOException {
        Files.write(network, withWeightsIn("w.data"));
        ModelFile file = ModelFile.of(network);
        String without = file.sha256();
        Path weights = Files.writeString(folder.resolve("w.data"), "weights");
        String hash = file.sha256();
        Optional<ModelFile.State> state = file.state();
        Files.writeString(weights, "Weights");
        Files.setLastModifiedTime(weights, FileTime.fromMillis(1));
        assertNotEquals(without, hash);
        assertNotEquals(hash, file.sha256());
        assertNotEquals(state, file.state());
        Files.write(network, withWeightsIn("w\0"));
        assertEquals(64, file.sha256().length());
    }

    private static byte[] withWeightsIn(String name) {
        byte[] value = within(2, name.getBytes(StandardCharsets.UTF_8));
        byte[] key = within(1, "location".getBytes(StandardCharsets.UTF_8));
        byte[] entry = ByteBuffer.allocate(key.length + value.length).put(key).put(value).array();
        byte[] graph = within(7, within(5, within(13, entry)));
        return ByteBuffer.allocate(2 + graph.length).put(new byte[] {8, 7}).put(graph).array();
    }

    private static byte[] within(int field, byte[] content) {
        return ByteBuffer.allocate(2 + content.length)
                .put((byte) (field << 3 | 2))
                .put((byte) content.length)
                .put(content)
                .array();
    }

    @Test
    void aNameIsTakenOnce() throws IOException {
        add();
        assertTrue(assertThrows(ModelException.class, this::add).getMessage().contains("--name"));
        new OwnModels(models).add(network, Optional.of("other"), Progress.NONE);
        assertEquals(2, models.list().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "A", "a/b", ".staging", "fastsam-s", "bundled", "clip"})
    void otherNamesAreRefused(String name) {
        assertThrows(
                ModelException.class,
                () -> new OwnModels(models).add(network, Optional.of(name), Progress.NONE));
        assertTrue(Files.exists(network));
    }

    @Test
    void whatIsNoNetworkIsNotAdded() throws IOException {
        Files.writeString(network, "<html>");
        assertThrows(ModelException.class, this::add);
        assertEquals(List.of(), models.list());
    }

    @Test
    void changedAndMissingFilesAreFound() throws IOException {
        InstalledModel model = add();
        assertEquals(List.of(), models.check(model, Progress.NONE));
        Path file = model.folder().resolve("my-cells.onnx");
        Files.write(file, new byte[] {8, 7, 18, 1});
        assertTrue(models.check(model, Progress.NONE).get(0).contains("has changed"));
        Files.delete(file);
        assertTrue(models.check(model, Progress.NONE).get(0).contains("is missing"));
    }

    @Test
    void aRemovedModelIsGone() throws IOException {
        InstalledModel model = add();
        models.remove("my-cells");
        assertTrue(Files.notExists(model.folder()));
        assertTrue(models.find("my-cells").isEmpty());
        assertThrows(ModelException.class, () -> models.remove("my-cells"));
        assertThrows(ModelException.class, () -> models.remove("../own"));
    }

    @Test
    void namesAndPathsBecomeFiles() throws IOException {
        assertEquals(ModelFile.bundled(), models.resolve(""));
        assertEquals(ModelFile.bundled(), models.resolve(" bundled "));
        assertEquals(ModelFile.of(network), models.resolve(network.toString()));
        assertEquals(ModelFile.of(Path.of("gone.onnx")), models.resolve("gone.onnx"));
        String message =
                assertThrows(ModelException.class, () -> models.resolve("fastsam-x")).getMessage();
        assertTrue(message.contains("fastsam models install fastsam-x"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, XDG_DATA_HOME, /data, /data/fastsam/models",
        "Linux, FASTSAM_MODELS, /own, /own",
        "Windows 11, FASTSAM_MODELS, /own, /own",
        "Mac OS X, XDG_DATA_HOME, /data, HOME/Library/Application Support/fastsam/models",
        "Linux, XDG_DATA_HOME, relative, HOME/.local/share/fastsam/models",
        "Windows 11, OTHER, x, HOME/AppData/Local/fastsam/models"
    })
    void theFolderIsWhereTheSystemWantsIt(
            String system, String variable, String value, String expected) {
        Path home = Path.of(System.getProperty("user.home"));
        assertEquals(
                Path.of(expected.replace("HOME", home.toString())),
                ModelsFolder.of(system, Map.of(variable, value)));
    }

    @Test
    void everyEntryOfTheCatalogHasALicenseAndAnAddress() {
        for (CatalogEntry entry : Catalog.entries()) {
            assertTrue(entry.license().summary().length() > 20);
            entry.files()
                    .forEach(
                            file ->
                                    assertTrue(
                                            file.isByHand()
                                                    || file.address().getScheme().equals("https")));
            assertEquals(entry, Catalog.find(entry.id()).orElseThrow());
        }
        assertEquals(742_248_282 + 280_000_000, Catalog.find("gpu-cuda13").orElseThrow().size());
    }
}
