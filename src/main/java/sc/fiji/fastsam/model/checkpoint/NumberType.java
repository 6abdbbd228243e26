package sc.fiji.fastsam.model.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/** How a storage keeps its numbers, all little-endian. */
enum NumberType {
    /** 32-bit IEEE. */
    FLOAT("FloatStorage", 4) {
        @Override
        float get(ByteBuffer bytes) {
            return bytes.getFloat();
        }
    },
    /** 16-bit IEEE. */
    HALF("HalfStorage", 2) {
        @Override
        float get(ByteBuffer bytes) {
            return half(bytes.getShort());
        }
    },
    /** The upper half of a 32-bit IEEE number. */
    BFLOAT16("BFloat16Storage", 2) {
        @Override
        float get(ByteBuffer bytes) {
            return Float.intBitsToFloat(bytes.getShort() << 16);
        }
    },
    /** 64-bit IEEE, rounded. */
    DOUBLE("DoubleStorage", 8) {
        @Override
        float get(ByteBuffer bytes) {
            return (float) bytes.getDouble();
        }
    },
    /** 64-bit whole numbers, rounded. */
    LONG("LongStorage", 8) {
        @Override
        float get(ByteBuffer bytes) {
            return bytes.getLong();
        }
    };

    private static final int HALF_BIAS = 15;
    private static final int HALF_SPECIAL = 31;
    private static final int FLOAT_BIAS = 127;
    private static final int FLOAT_SPECIAL = 255;

    private final String storage;
    private final int bytes;

    NumberType(String storage, int bytes) {
        this.storage = storage;
        this.bytes = bytes;
    }

    /**
     * The type of a storage.
     *
     * @param storage name of its class, such as "HalfStorage"
     */
    static Optional<NumberType> of(String storage) {
        return Arrays.stream(values()).filter(type -> type.storage.equals(storage)).findFirst();
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    /** The next number. */
    abstract float get(ByteBuffer bytes);

    /** NB: Float.float16ToFloat came with Java 20. */
    static float half(short bits) {
        int sign = (bits & 0x8000) << 16;
        int exponent = bits >> 10 & HALF_SPECIAL;
        int mantissa = bits & 0x3ff;
        if (exponent == 0) {
            float size = mantissa * 0x1p-24f;
            return sign == 0 ? size : -size;
        }
        int wide = exponent == HALF_SPECIAL ? FLOAT_SPECIAL : exponent + FLOAT_BIAS - HALF_BIAS;
        return Float.intBitsToFloat(sign | wide << 23 | mantissa << 13);
    }
}
