package sc.fiji.fastsam.io.zarr;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.zarr.store.JsonFields;

/**
 * JSON documents of a label image. Its axes are y and x, before them those of t, c and z that have
 * several planes; inside an image t and z also where it has them, so that a single plane keeps its
 * place there.
 */
final class LabelMetadata {

    /** Side of a chunk. */
    static final int CHUNK = 512;

    private static final String CREATOR = "creator";
    private static final String OWN = "FastSAM for Fiji";

    private final ImageLayout layout;
    private final LabelVersion version;
    private final Optional<Placement> image;

    /**
     * @param layout size, planes, pixel size and time between frames of the label image
     * @param image where the image lies inside which it is, which counts before the layout; nothing
     *     of one by itself
     */
    LabelMetadata(ImageLayout layout, LabelVersion version, Optional<Placement> image) {
        this.layout = layout;
        this.version = version;
        this.image = image;
    }

    /**
     * The documents of the label image's group by their file names.
     *
     * @param source path from the label image to the image, such as "../../"; empty for none
     * @param levels number of datasets, "0" to {@code levels - 1}, each half the one before
     */
    Map<String, JsonObject> group(String name, Optional<String> source, int levels) {
        Map<String, JsonObject> group = version.group();
        JsonObject ome = version.ome(group);
        JsonArray images = new JsonArray();
        images.add(multiscales(name, levels));
        ome.add("multiscales", images);
        JsonObject label = new JsonObject();
        version.stamp(label);
        source.ifPresent(path -> label.add("source", source(path)));
        ome.add("image-label", label);
        ome.addProperty(CREATOR, OWN);
        return group;
    }

    private JsonObject multiscales(String name, int levels) {
        JsonObject multiscales = new JsonObject();
        version.stamp(multiscales);
        multiscales.addProperty("name", name);
        multiscales.add("axes", axes());
        multiscales.add("datasets", datasets(levels));
        return multiscales;
    }

    /** True for a label image that was written here. */
    static boolean isOwn(JsonFields attributes) throws IOException {
        return attributes.has("image-label") && attributes.text(CREATOR, "").equals(OWN);
    }

    private static JsonObject source(String path) {
        JsonObject source = new JsonObject();
        source.addProperty("image", path);
        return source;
    }

    /** The document of a level's array. */
    JsonObject array(Size size) {
        JsonArray shape = new JsonArray();
        JsonArray chunks = new JsonArray();
        for (String axis : names()) {
            boolean y = axis.equals("y");
            boolean inPlane = y || axis.equals("x");
            shape.add(inPlane ? y ? size.height() : size.width() : count(axis));
            chunks.add(inPlane ? CHUNK : 1);
        }
        return version.array(shape, chunks, names());
    }

    /** Names of the axes in their order. */
    List<String> names() {
        return List.of("t", "c", "z", "y", "x").stream().filter(this::has).toList();
    }

    private boolean has(String axis) {
        boolean ofImage = !axis.equals("c") && image.isPresent() && image.get().has(axis);
        return ofImage || count(axis) != 1;
    }

    /** Planes along an axis; 0 stands for y and x, which are always there. */
    private int count(String axis) {
        PlaneCounts planes = layout.planes();
        return switch (axis) {
            case "t" -> planes.frames();
            case "c" -> planes.channels();
            case "z" -> planes.slices();
            default -> 0;
        };
    }

    private JsonArray axes() {
        JsonArray axes = new JsonArray();
        for (String name : names()) {
            JsonObject axis = new JsonObject();
            axis.addProperty("name", name);
            axis.addProperty("type", type(name));
            image.map(of -> Optional.of(of.unit(name)).filter(unit -> !unit.isEmpty()))
                    .orElseGet(() -> unit(name))
                    .ifPresent(unit -> axis.addProperty("unit", unit));
            axes.add(axis);
        }
        return axes;
    }

    private static String type(String axis) {
        return switch (axis) {
            case "t" -> "time";
            case "c" -> "channel";
            default -> "space";
        };
    }

    private Optional<String> unit(String axis) {
        PixelSize pixel = layout.pixelSize();
        return switch (axis) {
            case "c" -> Optional.empty();
            case "t" -> layout.frameSeconds() > 0 ? Optional.of("second") : Optional.empty();
            default ->
                    pixel.isCalibrated()
                            ? Optional.of(LengthUnits.name(pixel.unit()))
                            : Optional.empty();
        };
    }

    private JsonArray datasets(int levels) {
        JsonArray datasets = new JsonArray();
        for (int level = 0; level < levels; level++) {
            JsonObject dataset = new JsonObject();
            dataset.addProperty("path", Integer.toString(level));
            dataset.add("coordinateTransformations", transformations(level));
            datasets.add(dataset);
        }
        return datasets;
    }

    /** NB: no shift of smaller levels, whose pixels are every other one. */
    private JsonArray transformations(int level) {
        JsonArray transformations = new JsonArray();
        transformations.add(transformation("scale", axis -> scale(axis, level)));
        if (image.isPresent() && names().stream().anyMatch(n -> image.get().shift(n) != 0)) {
            transformations.add(transformation("translation", image.get()::shift));
        }
        return transformations;
    }

    private JsonObject transformation(String type, ToDoubleFunction<String> ofAxis) {
        JsonArray numbers = new JsonArray();
        names().forEach(axis -> numbers.add(ofAxis.applyAsDouble(axis)));
        JsonObject transformation = new JsonObject();
        transformation.addProperty("type", type);
        transformation.add(type, numbers);
        return transformation;
    }

    private double scale(String axis, int level) {
        long step = axis.equals("x") || axis.equals("y") ? 1L << level : 1;
        return step * image.map(of -> of.scale(axis)).orElseGet(() -> scale(axis));
    }

    private double scale(String axis) {
        return switch (axis) {
            case "t" -> layout.frameSeconds() > 0 ? layout.frameSeconds() : 1;
            case "c" -> 1;
            case "z" -> layout.pixelSize().depth();
            case "y" -> layout.pixelSize().height();
            default -> layout.pixelSize().width();
        };
    }
}
