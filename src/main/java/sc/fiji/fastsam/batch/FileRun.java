package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.engine.PlaneSegmenter;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.Diameters;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.io.ImageFiles;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.segment.Progress;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** Takes a file from its image to its results. */
final class FileRun {

    private final PlaneSegmenter segmenter;
    private final BatchSettings settings;
    private final InputFile input;
    private final Stopwatch watch = new Stopwatch();

    FileRun(PlaneSegmenter segmenter, BatchSettings settings, InputFile input) {
        this.segmenter = segmenter;
        this.settings = settings;
        this.input = input;
    }

    /**
     * Segments the file.
     *
     * @throws IOException if it cannot be read or its results not be written
     * @throws IllegalArgumentException if it has no such plane, or no calibration that is needed
     * @throws java.util.concurrent.CancellationException if the progress was canceled
     */
    FileOutcome run(Progress progress) throws IOException {
        ImagePlus image = ImageFiles.open(input.path());
        watch.lap("read");
        PlanePosition position = settings.plane().in(image);
        SegmentationSettings segmentation = Diameters.resolve(settings.segmentation(), image);
        RgbImage planes =
                Planes.of(image, position, settings.plane().channel(), segmentation.input());
        watch.lap("contrast");
        Segmentation found = segmenter.segment(planes, segmentation, progress);
        watch.lap(found.summary().milliseconds());
        Labeling labeling = Labeling.of(found, settings.overlap());
        watch.lap("labels");
        PlaneResult result = new PlaneResult(image, position, planes, labeling);
        List<Path> written =
                ResultFiles.write(input, settings, kind -> ResultFiles.content(kind, result));
        watch.lap("write");
        return outcome(image, labeling.segmentation(), written);
    }

    private FileOutcome outcome(ImagePlus image, Segmentation shown, List<Path> written) {
        RunSummary summary = shown.summary();
        List<String> notes = new ArrayList<>(settings.plane().notes(image));
        notes.addAll(summary.notes());
        return new FileOutcome(
                input.path(),
                FileStatus.DONE,
                shown.objects().size(),
                written,
                Optional.of(summary),
                watch.toMap(),
                Optional.empty(),
                notes);
    }
}
