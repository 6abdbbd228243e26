package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import ij.io.FileSaver;
import java.awt.image.BufferedImage;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import sc.fiji.fastsam.engine.ImageSelection;
import sc.fiji.fastsam.engine.ImageSettings;
import sc.fiji.fastsam.engine.PlaneObjects;
import sc.fiji.fastsam.engine.PlanePrompter;
import sc.fiji.fastsam.engine.PromptRequest;
import sc.fiji.fastsam.engine.SelectionTool;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.ChannelChoice;
import sc.fiji.fastsam.imagej.Diameters;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.measure.ObjectCsv;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.PromptPlace;
import sc.fiji.fastsam.imagej.roi.OverlayPicture;
import sc.fiji.fastsam.imagej.roi.RoiSets;
import sc.fiji.fastsam.io.ImageFiles;
import sc.fiji.fastsam.segment.Progress;

/**
 * Takes files from their images to the objects that prompts choose. Prompts for several slices or
 * frames give a label stack of all planes; the overlay picture shows the first plane with prompts.
 */
public final class SelectionRun implements FileTask {

    private final PlanePrompter prompter;
    private final BatchSettings settings;
    private final PromptChoice prompts;

    /** A run with these settings. */
    public SelectionRun(PlanePrompter prompter, BatchSettings settings, PromptChoice prompts) {
        this.prompter = prompter;
        this.settings = settings;
        this.prompts = prompts;
    }

    @Override
    public FileOutcome run(InputFile input, Progress progress) throws IOException {
        Stopwatch watch = new Stopwatch();
        ImagePlus image = ImageFiles.open(input.path());
        PromptList list = prompts.forImage(image, input.path().getFileName().toString());
        watch.lap("read");
        PlaneChoice plane = plane(list);
        boolean wholeStack = takesStack(list);
        PlanePosition shown = plane.in(image);
        image.setPositionWithoutUpdate(shown.channel(), shown.slice(), shown.frame());
        ImageSelection found =
                new SelectionTool(prompter)
                        .select(
                                image,
                                imageSettings(image, wholeStack),
                                new PromptRequest(list, prompts.rules()),
                                progress);
        watch.lap("select");
        List<Path> written =
                ResultFiles.write(input, settings, kind -> out -> write(kind, found, out));
        watch.lap("write");
        FileOutcome outcome = outcome(input, found, written, watch);
        return wholeStack ? outcome : outcome.withNotes(plane.notes(image));
    }

    /** The plane asked for; a channel that all prompts name is taken where none is asked for. */
    private PlaneChoice plane(PromptList list) {
        PlaneChoice asked = settings.plane();
        List<Integer> channels =
                list.prompts().stream().map(p -> p.place().channel()).distinct().toList();
        boolean named = channels.size() == 1 && channels.get(0) > 0;
        return named && asked.channel() == PlaneChoice.UNSET
                ? new PlaneChoice(channels.get(0), asked.slice(), asked.frame())
                : asked;
    }

    /** True when prompts name slices or frames, and none is asked for. */
    private boolean takesStack(PromptList list) {
        PlaneChoice plane = settings.plane();
        boolean open = plane.slice() == PlaneChoice.UNSET && plane.frame() == PlaneChoice.UNSET;
        return open && list.places().stream().anyMatch(SelectionRun::isOnePlane);
    }

    private ImageSettings imageSettings(ImagePlus image, boolean wholeStack) {
        return new ImageSettings(
                Diameters.resolve(settings.segmentation(), image),
                settings.overlap(),
                new ChannelChoice(settings.plane().channel()),
                wholeStack,
                false);
    }

    private static boolean isOnePlane(PromptPlace place) {
        return place.slice() > 0 || place.frame() > 0;
    }

    private void write(OutputKind kind, ImageSelection found, OutputStream out) throws IOException {
        switch (kind) {
            case LABELS -> out.write(new FileSaver(found.objects().toLabelImage()).serialize());
            case ROIS -> RoiSets.write(found.objects().toRois(), out);
            case TABLE -> writeTable(found, out);
            case OVERLAY -> writePicture(found, out);
        }
    }

    private static void writeTable(ImageSelection found, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        String unit = found.objects().source().getCalibration().getUnits();
        ObjectCsv.write(found.objects().rows(), found.unanswered(), unit, writer);
        writer.flush();
    }

    private void writePicture(ImageSelection found, OutputStream out) throws IOException {
        PlanePosition position = found.answers().get(0).position();
        RgbImage planes =
                Planes.of(
                        found.objects().source(),
                        position,
                        settings.plane().channel(),
                        settings.segmentation().input());
        PlaneObjects objects =
                found.objects().planes().stream()
                        .filter(plane -> plane.plane().position().equals(position))
                        .findFirst()
                        .orElseThrow();
        BufferedImage picture =
                OverlayPicture.create(planes, objects.labeling().segmentation().objects());
        ImageIO.setUseCache(false);
        ImageIO.write(picture, "png", out);
    }

    private FileOutcome outcome(
            InputFile input, ImageSelection found, List<Path> written, Stopwatch watch) {
        return new FileOutcome(
                input.path(),
                FileStatus.DONE,
                found.objects().count(),
                written,
                Optional.of(found.objects().planes().get(0).labeling().segmentation().summary()),
                watch.toMap(),
                Optional.empty(),
                found.notes());
    }
}
