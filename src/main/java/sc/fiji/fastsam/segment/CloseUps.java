package sc.fiji.fastsam.segment;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BiFunction;
import sc.fiji.fastsam.concurrent.Pipeline;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.image.ValueRange;
import sc.fiji.fastsam.mask.MaskSuppression;
import sc.fiji.fastsam.mask.ObjectFilter;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.ObjectLimits;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

/** Segments parts of a plane, each at a scale and with a contrast of its own, each once. */
final class CloseUps {

    /** Close-ups that are in the network or made ready for it at a time. */
    private static final int AT_ONCE = 4;

    private final RgbPlane image;
    private final SegmentationSettings settings;
    private final BiFunction<RgbImage, SegmentationSettings, Segmentation> network;
    private final Map<CloseUp, List<SegmentedObject>> done = new HashMap<>();

    /**
     * @param network segments a plane under settings; called by several threads
     */
    CloseUps(
            RgbPlane image,
            SegmentationSettings settings,
            BiFunction<RgbImage, SegmentationSettings, Segmentation> network) {
        this.image = image;
        this.settings = settings;
        this.network = network;
    }

    /** How often the network was run. */
    int count() {
        return done.size();
    }

    /**
     * The objects of a close-up, without those that its inner edges cut, under the settings for the
     * whole plane; in coordinates of the plane, best score first.
     */
    List<SegmentedObject> objects(CloseUp closeUp) {
        return done.computeIfAbsent(closeUp, this::find);
    }

    /**
     * Looks at several, more than one at a time, so that {@link #objects} has them.
     *
     * @param progress told after each, on the calling thread
     * @throws java.util.concurrent.CancellationException if it says so
     */
    void prepare(Collection<CloseUp> closeUps, Progress progress) {
        List<CloseUp> left =
                closeUps.stream().distinct().filter(c -> !done.containsKey(c)).toList();
        Iterator<CloseUp> next = left.iterator();
        int before = done.size();
        Pipeline.make(
                left.size(),
                AT_ONCE,
                i -> find(left.get(i)),
                objects -> {
                    done.put(next.next(), objects);
                    progress.update(done.size() - before, left.size(), "Looking closer");
                    if (progress.isCanceled()) {
                        throw new CancellationException("Canceled.");
                    }
                });
    }

    private List<SegmentedObject> find(CloseUp closeUp) {
        Region region = closeUp.region();
        Tile tile = new Tile(region, image.size());
        List<SegmentedObject> whole =
                network.apply(stretched(image.crop(region)), closer(closeUp)).objects().stream()
                        .map(object -> object.translate(region.x(), region.y()))
                        .filter(object -> !tile.cuts(object.mask().bounds(), closeUp.gain()))
                        .toList();
        return MaskSuppression.sort(
                ObjectFilter.filter(whole, image.size(), settings.objects().limits()));
    }

    /** Gray images whose contrast was automatic get their own: dim objects are why one looks. */
    private RgbImage stretched(RgbImage crop) {
        InputSettings input = settings.input();
        if (!crop.isGray() || input.contrast() != Contrast.PERCENTILES) {
            return crop;
        }
        ValueRange range =
                ValueRange.ofPercentiles(crop.red(), input.lowPercentile(), input.highPercentile());
        return RgbImage.gray(crop.size(), range.stretch(crop.red()));
    }

    /** NB: areas and borders are those of the plane, so they are looked at afterwards. */
    private SegmentationSettings closer(CloseUp closeUp) {
        long side = Math.round(closeUp.gain() * closeUp.region().size().longSide());
        int imageSize = (int) Math.max(ScaleSettings.MIN_IMAGE_SIZE, side);
        return settings.withScale(ScaleSettings.ofImageSize(imageSize))
                .withMaxObjects(0)
                .withObjects(settings.objects().withLimits(ObjectLimits.NONE));
    }
}
