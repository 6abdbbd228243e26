package sc.fiji.fastsam.testing;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.mask.SegmentedObject;

/** Masks and segmentations drawn with characters: '#' is set, all else is not. */
public final class Drawn {

    private Drawn() {}

    /** A mask whose first character is the pixel (x, y). */
    public static Mask mask(int x, int y, String... rows) {
        MaskBuilder builder = new MaskBuilder(new Region(x, y, rows[0].length(), rows.length));
        for (int j = 0; j < rows.length; j++) {
            for (int i = 0; i < rows[j].length(); i++) {
                if (rows[j].charAt(i) == '#') {
                    builder.add(x + i, y + j);
                }
            }
        }
        return builder.toMask();
    }

    /** An object with the mask's bounds as its box. */
    public static SegmentedObject object(double score, Mask mask) {
        return new SegmentedObject(mask, mask.bounds().toBox(), (float) score);
    }

    /** A segmentation with an empty summary. */
    public static Segmentation segmentation(int width, int height, SegmentedObject... objects) {
        return new Segmentation(new Size(width, height), List.of(objects), summary(objects.length));
    }

    /** The summary of a run that did nothing. */
    public static RunSummary summary(int objects) {
        return new RunSummary(
                new RunSummary.Network("drawn", "none", ""),
                RunSummary.Sizes.of(1, OptionalDouble.empty()),
                new RunSummary.Counts(1, 0, 0, objects),
                false,
                Map.of(),
                List.of());
    }
}
