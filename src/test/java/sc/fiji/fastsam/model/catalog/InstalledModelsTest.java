package sc.fiji.fastsam.model.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
