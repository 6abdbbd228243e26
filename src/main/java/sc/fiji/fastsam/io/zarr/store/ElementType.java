package sc.fiji.fastsam.io.zarr.store;

import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.io.PixelType;

/**
 * How a value is stored.
 *
 * @param kind of number
 * @param bytes 1, 2, 4 or 8
 * @param order of the bytes
 */
public record ElementType(Kind kind, int bytes, ByteOrder order) {

    /** What the bits mean. */
    public enum Kind {
        /** 0 or 1. */
        BOOLEAN,
        /** Whole, from 0 on. */
        UNSIGNED,
        /** Whole, two's complement. */
        SIGNED,
        /** IEEE 754. */
        FLOATING
    }

    private static final Map<String, String> SHORT_NAMES =
            Map.ofEntries(
                    Map.entry("bool", "b1"),
                    Map.entry("uint8", "u1"),
                    Map.entry("uint16", "u2"),
                    Map.entry("uint32", "u4"),
                    Map.entry("uint64", "u8"),
                    Map.entry("int8", "i1"),
                    Map.entry("int16", "i2"),
                    Map.entry("int32", "i4"),
                    Map.entry("int64", "i8"),
                    Map.entry("float16", "f2"),
                    Map.entry("float32", "f4"),
                    Map.entry("float64", "f8"));

    /** The type of a v2 name such as "&lt;u2" or "|b1"; empty for others. */
    static Optional<ElementType> ofV2(String name) {
        if (name.length() != 3 || "<>|=".indexOf(name.charAt(0)) < 0) {
            return Optional.empty();
        }
        boolean big = name.charAt(0) == '>';
        return of(name.substring(1), big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    }

    /** The type of a v3 name such as "uint16"; empty for others. */
    static Optional<ElementType> ofV3(String name, ByteOrder order) {
        return of(SHORT_NAMES.getOrDefault(name, ""), order);
    }

    private static Optional<ElementType> of(String name, ByteOrder order) {
        if (!SHORT_NAMES.containsValue(name)) {
            return Optional.empty();
        }
        Kind kind =
                switch (name.charAt(0)) {
                    case 'b' -> Kind.BOOLEAN;
                    case 'u' -> Kind.UNSIGNED;
                    case 'i' -> Kind.SIGNED;
                    default -> Kind.FLOATING;
                };
        return Optional.of(new ElementType(kind, name.charAt(1) - '0', order));
    }

    /** What the values become in memory. */
    public PixelType pixelType() {
        if (kind == Kind.BOOLEAN || kind == Kind.UNSIGNED && bytes == 1) {
            return PixelType.UINT8;
        }
        return kind == Kind.UNSIGNED && bytes == 2 ? PixelType.UINT16 : PixelType.FLOAT32;
    }

    /** In words, as "64-bit unsigned". */
    @Override
    public String toString() {
        return kind == Kind.BOOLEAN
                ? "boolean"
                : 8 * bytes + "-bit " + (kind == Kind.FLOATING ? "floating point" : word());
    }

    private String word() {
        return kind == Kind.SIGNED ? "signed" : "unsigned";
    }
}
