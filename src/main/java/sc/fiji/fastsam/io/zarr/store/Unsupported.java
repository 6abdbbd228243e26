package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import sc.fiji.fastsam.io.zarr.codec.ByteCodec;
import sc.fiji.fastsam.io.zarr.codec.Codecs;

/** Refusals of what Zarr allows and is not read here. */
final class Unsupported {

    /** The types that are read. */
    static final String TYPES =
            "boolean, an integer of 8 to 64 bits or a floating point number of 16 to 64 bits";

    private Unsupported() {}

    /**
     * The codec of a name.
     *
     * @throws IOException if there is none
     */
    static ByteCodec orElse(String name, String key) throws IOException {
        return Codecs.of(name).orElseThrow(() -> codec(name, key));
    }

    /** An error about a codec or filter. */
    static IOException codec(String name, String key) {
        return new IOException(
                "is stored with \""
                        + name
                        + "\" ("
                        + key
                        + "), which cannot be read. Write it again with one of "
                        + Codecs.names()
                        + ".");
    }
}
