package sc.fiji.fastsam.engine;

import java.util.List;
import sc.fiji.fastsam.io.zarr.OmeZarr;
import sc.fiji.fastsam.settings.LabelsFormat;

/** The results that can be written of each image. */
public enum OutputKind {
    /** Label image: pixels of object n hold n. */
    LABELS("-labels"),
    /** Label image of the objects that can hold others, with the same numbers. */
    PARENTS("-parents"),
    /** ImageJ ROI set. */
    ROIS("-rois.zip"),
    /** Measures, one row an object. */
    TABLE("-objects.csv"),
    /** Picture of the image with its objects' outlines. */
    OVERLAY("-overlay.png"),
    /** Outlines and measures for QuPath and others, as GeoJSON. */
    GEOJSON("-objects.geojson");

    /** What is written where nobody chooses: all but {@link #PARENTS} and {@link #GEOJSON}. */
    public static final List<OutputKind> USUAL = List.of(LABELS, ROIS, TABLE, OVERLAY);

    private final String suffix;

    OutputKind(String suffix) {
        this.suffix = suffix;
    }

    /** True for label images. */
    boolean isLabels() {
        return this == LABELS || this == PARENTS;
    }

    /** Where it goes. */
    ResultPlace place(LabelsFormat format) {
        if (!isLabels()) {
            return new ResultPlace.Beside(suffix);
        }
        return switch (format) {
            case TIFF -> new ResultPlace.Beside(suffix + ".tif");
            case ZARR -> new ResultPlace.Beside(suffix + ".zarr");
            case ZARR_INSIDE ->
                    new ResultPlace.Inside(
                            this == PARENTS ? OmeZarr.OWN_LABELS + suffix : OmeZarr.OWN_LABELS);
        };
    }
}
