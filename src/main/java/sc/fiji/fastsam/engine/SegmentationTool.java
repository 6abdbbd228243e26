package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.measure.MeasuredPlane;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.segment.Progress;

/** Finds the objects of an image that is open in ImageJ. The image is not changed. */
public final class SegmentationTool {

    private final PlaneSegmenter segmenter;

    /** A tool on a segmenter, which stays open. */
    public SegmentationTool(PlaneSegmenter segmenter) {
        this.segmenter = segmenter;
    }

    /**
     * Segments the plane that is shown or all planes.
     *
     * @throws CancellationException if the progress says so
     * @throws IllegalStateException if the image is closed between two planes
     * @throws IllegalArgumentException if the image has no such channel, or its selection lies
     *     outside
     */
    public ImageObjects segment(ImagePlus image, ImageSettings settings, Progress progress) {
        List<PlanePosition> positions = positions(image, settings.wholeStack());
        SelectedArea area = SelectedArea.of(image, settings.inSelection());
        OpenImage open = new OpenImage(image);
        List<PlaneObjects> planes = new ArrayList<>();
        for (PlanePosition position : positions) {
            open.check();
            Progress part = PlaneProgress.of(progress, planes.size(), positions.size());
            planes.add(segment(image, position, area, settings, part));
        }
        return new ImageObjects(image, planes, settings.wholeStack(), area.note());
    }

    private PlaneObjects segment(
            ImagePlus image,
            PlanePosition position,
            SelectedArea area,
            ImageSettings settings,
            Progress progress) {
        RgbImage planes =
                Planes.of(image, position, settings.channel(), settings.segmentation().input());
        MeasuredPlane original = MeasuredPlane.of(image, position);
        RgbImage part = area.isWholePlane() ? planes : planes.crop(area.bounds());
        Segmentation found = segmenter.segment(part, settings.segmentation(), progress);
        return new PlaneObjects(original, Labeling.of(area.toPlane(found), settings.overlap()));
    }

    /** All slices of the first frame, then of the second, each in the active channel. */
    static List<PlanePosition> positions(ImagePlus image, boolean wholeStack) {
        PlanePosition shown = PlanePosition.of(image);
        if (!wholeStack) {
            return List.of(shown);
        }
        List<PlanePosition> positions = new ArrayList<>();
        for (int frame = 1; frame <= image.getNFrames(); frame++) {
            for (int slice = 1; slice <= image.getNSlices(); slice++) {
                positions.add(new PlanePosition(shown.channel(), slice, frame));
            }
        }
        return positions;
    }
}
