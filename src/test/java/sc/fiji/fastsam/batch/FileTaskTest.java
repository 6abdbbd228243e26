package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.engine.FileOutputs;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.engine.PlaneRange;
import sc.fiji.fastsam.engine.StackLinks;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.prompt.PromptFile;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.settings.LinkKind;
import sc.fiji.fastsam.settings.MeasureSettings;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Settings;

class FileTaskTest {

    @TempDir private Path folder;

    @Test
    void aChannelThatAllPromptsNameIsTaken() throws IOException {
        ImagePlus image = IJ.createHyperStack("a", 12, 7, 2, 3, 1, 8);
        assertEquals(new ChannelSource(2), taken(image, "p,point,3,4,2,3\n").channel());
        assertEquals(2, image.getC());
        ImagePlus other = IJ.createHyperStack("a", 12, 7, 2, 3, 1, 8);
        assertEquals(
                ChannelSource.ACTIVE, taken(other, "p,point,3,4,1,3\nq,point,3,4,2,3\n").channel());
    }

    @Test
    void theOneChannelOfAnRgbStackIsNoColor() throws IOException {
        ImagePlus image = IJ.createImage("a", "RGB black", 12, 7, 3);
        assertEquals(
                new PlaneRange(ChannelSource.ACTIVE, IndexRange.ALL, IndexRange.ALL),
                taken(image, "p,point,3,4,1,3\n"));
    }

    @Test
    void aSinglePlaneIsNotLinkedAndThatIsSaid() {
        StackLinks links = new StackLinks(LinkKind.FRAMES, 1);
        ImageTask task = ImageTask.DEFAULT.withPlanes(PlaneRange.ALL).withLink(links);
        BatchSettings settings = new BatchSettings(folder, FileOutputs.ALL, task, Optional.empty());
        FileTask still = FileTask.of(IJ.createImage("a", "8-bit", 12, 7, 1), folder, settings);
        assertEquals(StackLinks.NONE, still.task().link());
        assertEquals(List.of("has a single plane, so that nothing is linked"), still.notes());
        ImagePlus film = IJ.createHyperStack("a", 12, 7, 1, 1, 3, 8);
        assertEquals(links, FileTask.of(film, folder, settings).task().link());
        assertEquals(List.of(), FileTask.of(film, folder, settings).notes());
    }

    @Test
    void oneColorOfRgbIsNotWhatIsMeasuredAndThatIsSaid() {
        PlaneRange green = PlaneRange.SHOWN.withChannel(new ChannelSource(2));
        ImageTask task = ImageTask.DEFAULT.withPlanes(green);
        BatchSettings settings = new BatchSettings(folder, FileOutputs.ALL, task, Optional.empty());
        assertEquals(
                List.of(
                        "one color was segmented, but RGB is measured by its luminance:"
                                + " measure_channels = all measures each color besides"),
                FileTask.of(rgb(), folder, settings).notes());
        ImageTask each = task.withMeasured(new MeasureSettings(IndexRange.ALL, 0));
        BatchSettings measured = new BatchSettings(folder, FileOutputs.ALL, each, Optional.empty());
        assertEquals(List.of(), FileTask.of(rgb(), folder, measured).notes());
        ImagePlus channels = IJ.createHyperStack("a", 12, 7, 2, 1, 1, 8);
        assertEquals(List.of(), FileTask.of(channels, folder, settings).notes());
    }

    @Test
    void ofAStainAllChannelsAreLookedAtSoThatNothingIsSaidOfThem() {
        ImagePlus channels = IJ.createHyperStack("a", 12, 7, 3, 1, 1, 8);
        SegmentationSettings stain = SegmentationSettings.of(Settings.parse("stain=dab"));
        ImageTask task = ImageTask.DEFAULT.withSegmentation(stain);
        BatchSettings settings = new BatchSettings(folder, FileOutputs.ALL, task, Optional.empty());
        assertEquals(List.of(), FileTask.of(channels, folder, settings).notes());
    }

    @Test
    void whereNoMeasuresAreWrittenNothingIsSaidOfThem() {
        ImageTask green =
                ImageTask.DEFAULT.withPlanes(PlaneRange.SHOWN.withChannel(new ChannelSource(2)));
        for (OutputKind kind : OutputKind.values()) {
            FileOutputs outputs = new FileOutputs(Set.of(kind));
            FileTask task =
                    FileTask.of(
                            rgb(),
                            folder,
                            new BatchSettings(folder, outputs, green, Optional.empty()));
            boolean measured = kind == OutputKind.TABLE || kind == OutputKind.GEOJSON;
            assertEquals(measured ? 1 : 0, task.notes().size(), kind.toString());
        }
    }

    private static ImagePlus rgb() {
        return IJ.createImage("a", "RGB black", 12, 7, 1);
    }

    private PlaneRange taken(ImagePlus image, String lines) throws IOException {
        Path file =
                Files.writeString(
                        folder.resolve("prompts.csv"), "prompt,kind,x,y,channel,slice\n" + lines);
        FilePrompts prompts =
                new FilePrompts(
                        PromptList.empty(),
                        Optional.of(PromptFile.read(file)),
                        PromptSettings.DEFAULT,
                        Settings.DEFAULT);
        BatchSettings settings =
                new BatchSettings(folder, FileOutputs.ALL, ImageTask.DEFAULT, Optional.of(prompts));
        return FileTask.of(image, folder.resolve("a.tif"), settings).task().planes();
    }
}
