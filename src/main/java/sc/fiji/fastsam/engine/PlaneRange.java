package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.settings.StackPart;

/**
 * Which planes of an image are taken.
 *
 * @param channel what the network reads of the channels
 * @param slices which slices
 * @param frames which frames
 */
public record PlaneRange(ChannelSource channel, IndexRange slices, IndexRange frames) {

    /** The plane that is shown, in its active channel. */
    public static final PlaneRange SHOWN =
            new PlaneRange(ChannelSource.ACTIVE, IndexRange.SHOWN, IndexRange.SHOWN);

    /** All slices and frames, in the active channel. */
    public static final PlaneRange ALL =
            new PlaneRange(ChannelSource.ACTIVE, IndexRange.ALL, IndexRange.ALL);

    /** The planes that settings choose. */
    public static PlaneRange of(Settings settings) {
        IndexRange others =
                settings.get(ImageKeys.STACK) == StackPart.WHOLE_STACK
                        ? IndexRange.ALL
                        : IndexRange.SHOWN;
        return new PlaneRange(
                new ChannelSource(settings.get(ImageKeys.CHANNEL)),
                chosen(settings.get(ImageKeys.SLICES), others),
                chosen(settings.get(ImageKeys.FRAMES), others));
    }

    private static IndexRange chosen(IndexRange range, IndexRange other) {
        return range.equals(IndexRange.SHOWN) ? other : range;
    }

    /** No part may be null. */
    public PlaneRange {
        Objects.requireNonNull(channel, "channel");
        Objects.requireNonNull(slices, "slices");
        Objects.requireNonNull(frames, "frames");
    }

    /** The same planes of another channel. */
    public PlaneRange withChannel(ChannelSource other) {
        return new PlaneRange(other, slices, frames);
    }

    /** True when it may mean several planes. */
    public boolean isStack() {
        return !slices.isSingle() || !frames.isSingle();
    }

    /**
     * The planes of an image: all slices of the first frame, then of the second, each in the active
     * channel.
     *
     * @throws IllegalArgumentException if the image has no such slice or frame
     */
    public List<PlanePosition> positions(ImagePlus image) {
        PlanePosition shown = PlanePosition.of(image);
        List<PlanePosition> positions = new ArrayList<>();
        for (int frame : frames.in(shown.frame(), image.getNFrames())) {
            for (int slice : slices.in(shown.slice(), image.getNSlices())) {
                PlanePosition position = new PlanePosition(shown.channel(), slice, frame);
                position.stackIndexIn(image);
                positions.add(position);
            }
        }
        return positions;
    }
}
