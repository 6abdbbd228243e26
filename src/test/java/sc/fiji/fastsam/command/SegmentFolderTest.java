package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleItem;
import org.scijava.plugin.PluginService;
import sc.fiji.fastsam.batch.SampleFiles;
import sc.fiji.fastsam.onnx.TinyModels;

/** The folder command headless, with a tiny network. */
class SegmentFolderTest {

    @TempDir private Path folder;
    private Path in;

    @BeforeEach
    void makeImages() throws IOException {
        in = Files.createDirectories(folder.resolve("in/sub")).getParent();
        SampleFiles.tiff(in.resolve("a.tif"));
        SampleFiles.tiff(in.resolve("b.tif"));
        SampleFiles.tiff(in.resolve("sub/c.tif"));
        Files.writeString(in.resolve("broken.tif"), "no image");
    }

    @Test
    void theKeysAreFrozen() throws Exception {
        List<String> keys = new ArrayList<>();
        try (Context context = new Context(CommandService.class)) {
            CommandInfo info =
                    context.service(CommandService.class).getCommand(SegmentFolder.class);
            var module = info.createModule();
            for (ModuleItem<?> item : info.inputs()) {
                if (item.getVisibility() != ItemVisibility.MESSAGE
                        && item.getType() != Context.class) {
                    keys.add(item.getName() + "=" + module.getInput(item.getName()));
                    assertFalse(item.isPersisted(), item.getName());
                }
            }
        }
        assertEquals(
                "folder=null, subfolders=false, include=, exclude=, diameter=0.0,"
                        + " diameter_unit=pixels, confidence=0.0, stack=current plane, settings=,"
                        + " output_folder=null, save_labels=true, save_rois=true, save_tables=true,"
                        + " save_overlays=true, save_geojson=false, force=false",
                String.join(", ", keys));
    }

    @Test
    void aFoldersGoodImagesAreDoneAndTheBadOneStopsNothing() throws Exception {
        run("folder", in.toFile(), "save_overlays", false, "save_rois", false);
        assertEquals(
                List.of(
                        "a-labels.tif",
                        "a-objects.csv",
                        "b-labels.tif",
                        "b-objects.csv",
                        "journal.jsonl",
                        "objects.csv",
                        "report.csv",
                        "report.html",
                        "report.json"),
                files(in.resolve("fastsam")));
        assertTrue(Files.readString(in.resolve("fastsam/report.csv")).contains("is not an image"));
    }

    @Test
    void subfoldersPatternsAndAnOutputFolderAreTaken() throws Exception {
        Path out = folder.resolve("out");
        run(
                "folder",
                in.toFile(),
                "output_folder",
                out.toFile(),
                "subfolders",
                true,
                "include",
                "a.*; sub/*",
                "exclude",
                "broken*",
                "save_overlays",
                false,
                "save_rois",
                false,
                "save_tables",
                false);
        assertEquals(
                List.of(
                        "a-labels.tif",
                        "journal.jsonl",
                        "report.csv",
                        "report.html",
                        "report.json",
                        "sub/c-labels.tif"),
                files(out));
    }

    @Test
    void whatMakesNoSenseIsNamed() {
        assertFailure("folder must name a folder of images.");
        assertFailure("folder must be a folder of images", "folder", in.resolve("a.tif").toFile());
        assertFailure(
                "choose at least one output",
                "folder",
                in.toFile(),
                "save_labels",
                false,
                "save_rois",
                false,
                "save_tables",
                false,
                "save_overlays",
                false);
        assertFailure(
                "There is no setting \"channnel\". Did you mean \"channel\"?",
                "folder",
                in.toFile(),
                "settings",
                "channnel=2");
        assertFailure(
                "\"points\" has no place here. Leave it out: prompts for folders are for fastsam"
                        + " select, and results are chosen by save_labels,",
                "folder",
                in.toFile(),
                "settings",
                "points=[1,2]");
    }

    /** NB: they would be passed over: a file has no selection that counts, and no words. */
    @Test
    void settingsThatMeanNothingForFoldersAreRefused() {
        for (String one : List.of("region=true", "clip=/models/clip")) {
            String key = one.substring(0, one.indexOf('='));
            assertFailure(
                    "\"" + key + "\" has no place here. Leave it out",
                    "folder",
                    in.toFile(),
                    "settings",
                    one);
        }
    }

    @Test
    void settingsWithAFieldOfTheirOwnAreRefusedAmongTheFurther() {
        for (String one :
                List.of(
                        "diameter=0",
                        "diameter_unit=um",
                        "confidence=0.5",
                        "stack=[whole stack]")) {
            String key = one.substring(0, one.indexOf('='));
            assertFailure(
                    "settings must not hold " + key + ", which is a key of its own, but was \"",
                    "folder",
                    in.toFile(),
                    "settings",
                    "min_area=20 " + one);
        }
    }

    @Test
    void aFolderOfOtherFormatsNamesThemAndOneWithoutImagesTheKeyForSubfolders() throws IOException {
        Path bad = Files.createDirectory(folder.resolve("microscope"));
        assertFailure(
                "Name another, or take its subfolders too (subfolders = true).",
                "folder",
                bad.toFile());
        Files.writeString(bad.resolve("x.czi"), "ZISRAWFILE");
        assertFailure("x.czi: is a file of the kind Zeiss CZI", "folder", bad.toFile());
    }

    @Test
    void anOutputFolderThatCannotBeMadeIsNamedWithTheReason() {
        Path file = in.resolve("a.tif");
        assertFailure(
                "output_folder \""
                        + file
                        + "\" cannot be made: a file stands where a folder is needed. Choose",
                "folder",
                in.toFile(),
                "output_folder",
                file.toFile());
    }

    @Test
    void aFolderOfWhichNothingCanBeDoneIsAFailure() throws IOException {
        Path bad = Files.createDirectory(folder.resolve("bad"));
        Files.writeString(bad.resolve("x.tif"), "no image");
        assertFailure("None of the files could be segmented", "folder", bad.toFile());
    }

    private static void assertFailure(String message, Object... inputs) {
        ExecutionException e = assertThrows(ExecutionException.class, () -> run(inputs));
        Throwable root = e;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        assertTrue(String.valueOf(root.getMessage()).contains(message), root.toString());
    }

    private static void run(Object... inputs) throws Exception {
        List<Object> all = new ArrayList<>(Arrays.asList(inputs));
        boolean plain = !all.contains("settings");
        if (plain) {
            all.addAll(List.of("settings", "model=[" + TinyModels.path("l2-dynamic") + "]"));
        }
        try (Context context = new Context(CommandService.class, PluginService.class)) {
            context.service(CommandService.class)
                    .run(SegmentFolder.class, false, all.toArray())
                    .get();
        }
    }

    private static List<String> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
