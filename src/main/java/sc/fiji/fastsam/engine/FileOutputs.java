package sc.fiji.fastsam.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import sc.fiji.fastsam.io.zarr.ZarrLabelWriter;
import sc.fiji.fastsam.settings.LabelsFormat;

/**
 * Which files are written of the objects of an image.
 *
 * @param kinds at least one
 * @param labels what a label image is written as
 */
public record FileOutputs(Set<OutputKind> kinds, LabelsFormat labels) {

    /** All, labels as TIFF. */
    public static final FileOutputs ALL = new FileOutputs(Set.of(OutputKind.values()));

    /**
     * @throws IllegalArgumentException if there is nothing to write
     */
    public FileOutputs {
        Objects.requireNonNull(labels, "labels");
        kinds = Set.copyOf(kinds);
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("Nothing to write: choose at least one output.");
        }
    }

    /** Files with labels as TIFF. */
    public FileOutputs(Set<OutputKind> kinds) {
        this(kinds, LabelsFormat.TIFF);
    }

    /** True when such files are written. */
    public boolean contains(OutputKind kind) {
        return kinds.contains(kind);
    }

    /** True when measures of the objects are written. */
    public boolean haveMeasures() {
        return contains(OutputKind.TABLE) || contains(OutputKind.GEOJSON);
    }

    /** The kinds in their order. */
    public Stream<OutputKind> inOrder() {
        return Arrays.stream(OutputKind.values()).filter(kinds::contains);
    }

    /** Where a kind of result goes. */
    public ResultPlace place(OutputKind kind) {
        return kind.place(labels);
    }

    /** All places of results, in the order of their kinds. */
    public Stream<ResultPlace> places() {
        return inOrder().map(this::place);
    }

    /**
     * Refuses inputs that a result cannot be put into.
     *
     * @throws IOException if label images go inside the input, and it is no OME-Zarr image or has
     *     others of their names
     */
    public void check(Path input) throws IOException {
        for (ResultPlace place : places().toList()) {
            if (place instanceof ResultPlace.Inside inside) {
                ZarrLabelWriter.checkInside(input, inside.name());
            }
        }
    }

    /** True when results lie inside of the image, which they change. */
    public boolean areInside() {
        return places().anyMatch(ResultPlace.Inside.class::isInstance);
    }

    /** Where results of any kind and format may lie beside each other. */
    public static Stream<ResultPlace.Beside> besides() {
        return Arrays.stream(LabelsFormat.values())
                .flatMap(f -> Arrays.stream(OutputKind.values()).map(kind -> kind.place(f)))
                .filter(ResultPlace.Beside.class::isInstance)
                .map(ResultPlace.Beside.class::cast)
                .distinct();
    }

    /** True for names that results have, in lower case, as of an earlier run. */
    public static boolean isResult(String name) {
        return besides().anyMatch(place -> name.endsWith(place.suffix()));
    }
}
