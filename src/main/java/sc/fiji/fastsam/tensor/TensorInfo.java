package sc.fiji.fastsam.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a network declares of one of its inputs or outputs.
 *
 * @param name as in the model file
 * @param type element type
 * @param shape length of each axis, -1 where the file leaves it open
 */
public record TensorInfo(String name, ElementType type, List<Long> shape) {

    /** Element types that networks of this kind use. */
    public enum ElementType {
        /** 32-bit float. */
        FLOAT32,
        /** 16-bit IEEE float. */
        FLOAT16,
        /** 32-bit integer, as of tokens. */
        INT32,
        /** 64-bit integer, as of tokens. */
        INT64,
        /** Anything else. */
        OTHER
    }

    /** Copies the shape. */
    public TensorInfo {
        shape = List.copyOf(shape);
    }

    /** True when elements are floats. */
    public boolean isFloat() {
        return type == ElementType.FLOAT32 || type == ElementType.FLOAT16;
    }

    /** True when elements are whole numbers. */
    public boolean isInteger() {
        return type == ElementType.INT32 || type == ElementType.INT64;
    }

    /** Number of axes. */
    public int rank() {
        return shape.size();
    }

    /** Whether no axis is left open. */
    public boolean isFixed() {
        return shape.stream().noneMatch(length -> length < 0);
    }

    /** Whether this declares exactly a shape. */
    public boolean isOfShape(int... lengths) {
        return shape.equals(Arrays.stream(lengths).mapToObj(length -> (long) length).toList());
    }

    /** "images float32 [1, 3, ?, ?]". */
    @Override
    public String toString() {
        String axes =
                shape.stream()
                        .map(length -> length < 0 ? "?" : length.toString())
                        .collect(Collectors.joining(", ", "[", "]"));
        return name + " " + type.name().toLowerCase(Locale.ROOT) + " " + axes;
    }
}
