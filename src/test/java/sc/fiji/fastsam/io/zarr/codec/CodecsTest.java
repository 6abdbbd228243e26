package sc.fiji.fastsam.io.zarr.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CodecsTest {

    private static final byte[] DATA = {3, 1, 4, 1, 5, 9, 2, 6};

    @Test
    void namesOfBothVersionsAreKnownAndOthersNot() {
        assertEquals(Codecs.of("zlib"), Codecs.of("numcodecs.zlib"));
        assertEquals(Optional.empty(), Codecs.of("bz2"));
        assertEquals("blosc, zstd, lz4, zlib, gzip, crc32c", Codecs.names());
    }

    @Test
    void gzipMayHaveSeveralMembers() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(gzip(DATA));
        out.writeBytes(gzip(new byte[] {7}));
        byte[] decoded = Codecs.of("gzip").orElseThrow().decode(out.toByteArray(), 20);
        assertArrayEquals(new byte[] {3, 1, 4, 1, 5, 9, 2, 6, 7}, decoded);
    }

    @Test
    void moreThanExpectedIsRefused() throws IOException {
        byte[] bomb = gzip(new byte[1_000_000]);
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> Codecs.of("gzip").orElseThrow().decode(bomb, 999_999));
        assertEquals("decompresses to more than 999999 bytes", e.getMessage());
    }

    @Test
    void aBloscHeaderThatClaimsMoreIsRefusedBeforeMemoryIsTaken() {
        byte[] header = {2, 1, 0x21, 1, -1, -1, -1, 0x7f, 0, 1, 0, 0, 16, 0, 0, 0};
        IOException e =
                assertThrows(
                        IOException.class,
                        () -> Codecs.of("blosc").orElseThrow().decode(header, 1000));
        assertTrue(e.getMessage().startsWith("claims to hold 2147483647 bytes"), e.getMessage());
    }

    @Test
    void snappyAndLaterBloscsAreRefusedByName() {
        byte[] snappy = {2, 1, 0x40, 1, 4, 0, 0, 0, 4, 0, 0, 0, 24, 0, 0, 0, 20, 0, 0, 0};
        assertTrue(failure("blosc", snappy).contains("snappy"));
        byte[] later = {5, 1, 0x25, 1, 4, 0, 0, 0, 4, 0, 0, 0, 24, 0, 0, 0};
        assertEquals("is in a version of Blosc other than 1", failure("blosc", later));
    }

    @Test
    void aWrongChecksumIsRefused() throws IOException {
        // CRC-32C of "123456789" is 0xe3069283 (RFC 3720's check value).
        byte[] bytes = "123456789\u0083\u0092\u0006\u00e3".getBytes("ISO-8859-1");
        ByteCodec codec = Codecs.of("crc32c").orElseThrow();
        assertArrayEquals("123456789".getBytes("ISO-8859-1"), codec.decode(bytes, 9));
        bytes[0]++;
        assertEquals("does not match its checksum (crc32c)", failure("crc32c", bytes));
    }

    @Test
    void noBytesAreNoData() throws IOException {
        for (String name : List.of("blosc", "lz4", "zlib", "gzip", "crc32c")) {
            failure(name, new byte[0]);
        }
        assertEquals(0, Codecs.of("zstd").orElseThrow().decode(new byte[0], 1000).length);
    }

    private static String failure(String name, byte[] bytes) {
        ByteCodec codec = Codecs.of(name).orElseThrow();
        return assertThrows(IOException.class, () -> codec.decode(bytes, 1000), name).getMessage();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }
}
