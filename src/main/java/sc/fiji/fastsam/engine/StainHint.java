package sc.fiji.fastsam.engine;

import sc.fiji.fastsam.mask.Note;
import sc.fiji.fastsam.mask.RunSummary;
import sc.fiji.fastsam.mask.Segmentation;

/** Tells of stains where a plane may be a stained section. */
public final class StainHint {

    private static final String SECTION =
            "if this is a stained section, stain = hematoxylin looks at its nuclei alone";

    private StainHint() {}

    /**
     * Objects of a plane with a note of {@link Note.Kind#STAIN} where smaller things were left out
     * of one in color. NB: of a section the network sees the glands before their nuclei.
     *
     * @param gray whether the network saw the plane in gray
     */
    public static Segmentation of(Segmentation found, boolean gray) {
        RunSummary summary = found.summary();
        return summary.has(Note.Kind.SMALLER) && !gray
                ? found.withSummary(summary.withNote(Note.Kind.STAIN, SECTION))
                : found;
    }
}
