package sc.fiji.fastsam.model.checkpoint;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import sc.fiji.fastsam.io.HalfFloats;

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
            return HalfFloats.value(bytes.getShort());
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
}
