package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ij.ImagePlus;
import ij.process.ByteProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.imagej.prompt.PromptFile;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.Settings;

class FilePromptsTest {

    @TempDir private Path folder;

    @Test
    void anImageWithoutPromptIsToldWhichImagesHaveSome() throws IOException {
        assertEquals(
                "No prompt is for c.tif; the prompts are for a.tif, b.tif.",
                refusal(prompts("a.tif", "b.tif")));
    }

    @Test
    void ofManyImagesTheFirstAreNamed() throws IOException {
        FilePrompts prompts = prompts("1.tif", "2.tif", "3.tif", "4.tif", "5.tif", "6.tif");
        assertEquals(
                "No prompt is for c.tif; the prompts are for 1.tif, 2.tif, 3.tif and 3 more.",
                refusal(prompts));
        assertEquals(
                List.of(
                        "prompts for 1.tif, 2.tif, 3.tif and 3 more are left out: there is no such"
                                + " image among the inputs"),
                prompts.notes(List.of(new InputFile(folder.resolve("c.tif"), "c"))));
    }

    @Test
    void imagesOfOneNameAreToldApartByTheirFolders() throws IOException {
        FilePrompts prompts = prompts("day1/a.tif", "day2\\a", "./b.tif");
        assertEquals(1, count(prompts, "in/day1/a.tif"));
        assertEquals(1, count(prompts, "in/day2/a.tif"));
        assertEquals(1, count(prompts, "in/day3/b.tif"));
        assertEquals(
                "No prompt is for a.tif; the prompts are for b.tif, day1/a.tif, day2/a.",
                refusal(prompts, "in/aday1/a.tif"));
        assertEquals(List.of(), prompts.notes(inputs("in/day1/a.tif", "in/day2/a.tif", "b.tif")));
    }

    @Test
    void aNameThatSeveralImagesHaveIsUsedForAllAndSaid() throws IOException {
        FilePrompts prompts = prompts("a.tif");
        assertEquals(1, count(prompts, "in/day1/a.tif"));
        assertEquals(1, count(prompts, "in/day2/a.tif"));
        assertEquals(
                List.of(
                        "prompts for a.tif are for several of the inputs; to mean one, write its"
                                + " folder too, as day1/cells.tif"),
                prompts.notes(inputs("in/day1/a.tif", "in/day2/a.tif")));
    }

    @Test
    void imagesWithoutPromptAreLeftOutAndCountedWhereOthersHaveSome() throws IOException {
        FilePrompts prompts = prompts("a.tif", "d");
        List<InputFile> all = inputs("in/a.tif", "in/b.tif", "in/c.tif", "in/d.png");
        assertEquals(List.of(all.get(0), all.get(3)), prompts.asked(all));
        assertEquals(List.of("2 images of 4 have no prompts and are left out"), prompts.notes(all));
        List<InputFile> none = inputs("in/b.tif", "in/c.tif");
        assertEquals(none, prompts.asked(none), "an error of each");
        InputFile shut = new InputFile(Path.of("in/shut"), "shut", Optional.of("is shut"));
        assertEquals(
                List.of(all.get(0), shut), prompts.asked(List.of(all.get(0), all.get(1), shut)));
    }

    private static int count(FilePrompts prompts, String image) {
        ImagePlus pixels = new ImagePlus("a", new ByteProcessor(20, 10));
        return prompts.forImage(pixels, Path.of(image)).prompts().size();
    }

    private static List<InputFile> inputs(String... paths) {
        return Stream.of(paths).map(path -> new InputFile(Path.of(path), path)).toList();
    }

    private static String refusal(FilePrompts prompts) {
        return refusal(prompts, "c.tif");
    }

    private static String refusal(FilePrompts prompts, String path) {
        ImagePlus image = new ImagePlus("c", new ByteProcessor(20, 10));
        return assertThrows(
                        IllegalArgumentException.class,
                        () -> prompts.forImage(image, Path.of(path)))
                .getMessage();
    }

    private FilePrompts prompts(String... images) throws IOException {
        StringBuilder csv = new StringBuilder("prompt,kind,x,y,image\n");
        for (String image : images) {
            csv.append("p,point,3,4,").append(image).append('\n');
        }
        Path file = Files.writeString(folder.resolve("prompts.csv"), csv);
        return new FilePrompts(
                PromptList.empty(),
                Optional.of(PromptFile.read(file)),
                PromptSettings.DEFAULT,
                Settings.DEFAULT);
    }
}
