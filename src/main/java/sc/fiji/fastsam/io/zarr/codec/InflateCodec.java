package sc.fiji.fastsam.io.zarr.codec;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/** Deflate; the checksums of both wrappings are verified. */
enum InflateCodec implements ByteCodec {
    /** RFC 1950. */
    ZLIB {
        @Override
        InputStream stream(InputStream in) {
            return new InflaterInputStream(in);
        }
    },
    /** RFC 1952, also several members in a row. */
    GZIP {
        @Override
        InputStream stream(InputStream in) throws IOException {
            return new GZIPInputStream(in);
        }
    };

    abstract InputStream stream(InputStream in) throws IOException;

    @Override
    public byte[] decode(byte[] encoded, int limit) throws IOException {
        try (InputStream in = stream(new ByteArrayInputStream(encoded))) {
            byte[] decoded = new byte[limit];
            int length = in.readNBytes(decoded, 0, limit);
            // NB: also makes the stream read on to its checksum.
            if (in.read() >= 0) {
                throw new IOException("decompresses to more than " + limit + " bytes");
            }
            return length == limit ? decoded : Arrays.copyOf(decoded, length);
        } catch (EOFException e) {
            throw new IOException("is cut short (" + this + ")", e);
        } catch (ZipException e) {
            throw new IOException("does not decompress (" + this + "): " + e.getMessage(), e);
        }
    }
}
