package sc.fiji.fastsam.io.zarr.store;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import sc.fiji.fastsam.io.HalfFloats;

/** The value of pixels whose chunk is not stored, as the bytes of one element. */
final class FillValue {

    private FillValue() {}

    /**
     * Reads the field "fill_value".
     *
     * @return the bytes, in the type's order; zeros where the field is missing or null
     * @throws IOException if the value does not fit the type
     */
    static byte[] of(JsonFields array, ElementType type) throws IOException {
        if (!array.has("fill_value")) {
            return new byte[type.bytes()];
        }
        JsonElement value = array.element("fill_value");
        if (value.isJsonPrimitive()) {
            try {
                return bytes(bits(value.getAsJsonPrimitive(), type), type);
            } catch (ArithmeticException | NumberFormatException e) {
                throw array.wrong("fill_value", "a " + type + " value", value.getAsString());
            }
        }
        throw array.wrong("fill_value", "a " + type + " value", "none");
    }

    private static byte[] bytes(long bits, ElementType type) {
        byte[] all = ByteBuffer.allocate(Long.BYTES).putLong(bits).array();
        byte[] bytes = new byte[type.bytes()];
        for (int i = 0; i < bytes.length; i++) {
            boolean big = type.order() == ByteOrder.BIG_ENDIAN;
            bytes[i] = all[big ? Long.BYTES - bytes.length + i : Long.BYTES - 1 - i];
        }
        return bytes;
    }

    /** The value's bits, right-aligned. */
    private static long bits(JsonPrimitive value, ElementType type) {
        if (value.isBoolean()) {
            return value.getAsBoolean() ? 1 : 0;
        }
        String text = value.getAsString();
        if (type.kind() == ElementType.Kind.FLOATING) {
            return text.startsWith("0x")
                    ? Long.parseUnsignedLong(text.substring(2), 16)
                    : floatingBits(floating(text), type.bytes());
        }
        if (!value.isNumber()) {
            throw new NumberFormatException();
        }
        return whole(value, type);
    }

    private static double floating(String text) {
        return switch (text) {
            case "NaN" -> Double.NaN;
            case "Infinity" -> Double.POSITIVE_INFINITY;
            case "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static long floatingBits(double value, int bytes) {
        return switch (bytes) {
            case 2 -> HalfFloats.bits((float) value);
            case 4 -> Float.floatToIntBits((float) value) & 0xffffffffL;
            default -> Double.doubleToLongBits(value);
        };
    }

    private static long whole(JsonPrimitive number, ElementType type) {
        BigInteger value = new BigDecimal(number.getAsString()).toBigIntegerExact();
        boolean signed = type.kind() == ElementType.Kind.SIGNED;
        int bits = type.kind() == ElementType.Kind.BOOLEAN ? 1 : 8 * type.bytes();
        boolean fits = signed ? value.bitLength() < bits : value.bitLength() <= bits;
        if (!fits || !signed && value.signum() < 0) {
            throw new NumberFormatException();
        }
        return value.longValue();
    }
}
