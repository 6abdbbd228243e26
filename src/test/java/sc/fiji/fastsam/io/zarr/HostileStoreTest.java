package sc.fiji.fastsam.io.zarr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** Stores that are damaged, absurd, or lead elsewhere: refused, with bounded memory. */
class HostileStoreTest {

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        v2-zlib|0/.zarray|110|1.5|"shape" must be a whole number, but is 1.5
        v2-zlib|0/.zarray|110|1e400|"shape" must be a whole number, but is Infinity
        v2-zlib|0/.zarray|110|"a"|"shape" must be a number, but is "a"
        v2-zlib|0/.zarray|110|-3|declares a shape of [-3, 70]
        v2-zlib|0/.zarray|110|0|declares a shape of [0, 70]
        v2-zlib|0/.zarray|110|3000000000|declares a shape of [3000000000, 70]
        v2-zlib|0/.zarray|110|[[[|is no JSON
        v2-zlib|0/.zarray|110,|110, 4,|same number of axes
        v2-zlib|0/.zarray|48|40000000|declares a chunk of [70, 40000000]
        v2-zlib|0/.zarray|48|0|declares a chunk of [70, 0]
        v2-zlib|0/.zarray|"zlib"|"lzma"|is stored with "lzma" (0/.zarray), which cannot be read
        v2-zlib|0/.zarray|<u2|<c8|"dtype" must be boolean, an integer of 8 to 64 bits
        v2-zlib|0/.zarray|"<u2"|[["a", "<u2"]]|"dtype" must be boolean
        v2-zlib|0/.zarray|"C"|"K"|"order" must be "C" or "F"
        v2-zlib|0/.zarray|"/"|"-"|"dimension_separator" must be "/" or "."
        v2-zlib|0/.zarray|"fill_value": 0|"fill_value": 65536|"fill_value" must be a 16-bit unsigned
        v2-zlib|0/.zarray|"fill_value": 0|"fill_value": [1]|"fill_value" must be
        v2-zlib|0/.zarray|"filters": null|"filters": [{"id": "delta"}]|is stored with "delta"
        v2-zlib|0/.zarray|"zarr_format": 2|"zarr_format": 4|"zarr_format" must be 2
        v2-zlib|0/.zarray|{|[|is no JSON
        v2-zlib|0/.zarray|"shape"|"sharp"|"shape" is missing
        v2-zlib|.zattrs|"0.4"|"0.6"|is written in version 0.6 of OME-Zarr
        v2-zlib|.zattrs|"path": "0"|"path": "../v2-raw/0"|leads out of its folder
        v2-zlib|.zattrs|"path": "0"|"path": "/etc"|leads out of its folder
        v2-zlib|.zattrs|"path": "0"|"path": "0//"|leads out of its folder
        v2-zlib|.zattrs|"path": "0"|"path": "a\\u0000b"|names a path that cannot be one
        v2-zlib|.zattrs|"path": "0"|"path": "7"|has no array in "7"
        v2-zlib|.zattrs|"path": "0"|"path": 0|"path" must be a text
        v2-zlib|.zattrs|"name": "x"|"name": "y"|"axes" must be y and x
        v2-zlib|.zattrs|"name": "x"|"name": "q"|"axes" must be y and x
        v2-zlib|.zattrs|"multiscales": [|"multiscales": [], "b": [|a list with an image
        v2-zlib|.zattrs|"datasets": [|"datasets": [], "b": [|"datasets" must be 1 to 64 levels
        v2-zlib|.zattrs|"scale": [|"scale": [1, |"scale" must be 2 numbers
        v3-gzip|0/zarr.json|"regular"|"rectangular"|"chunk_grid" must be "regular"
        v3-gzip|0/zarr.json|uint16|complex64|"data_type" must be boolean
        v3-gzip|0/zarr.json|"gzip"|"bz2"|is stored with "bz2"
        v3-gzip|0/zarr.json|"bytes"|"vlen-utf8"|is stored with "vlen-utf8"
        v3-gzip|0/zarr.json|"little"|"middle"|"endian" must be "little" or "big"
        v3-gzip|0/zarr.json|"default"|"hashed"|"chunk_key_encoding" must be
        v3-gzip|0/zarr.json|"array"|"group"|"node_type" must be "array"
        v3-gzip|0/zarr.json|110,|110, 3,|same number of axes
        v3-axes-cyx|zarr.json|"name": "c"|"name": "wavelength"|has 3 planes along an axis
        v3-axes-cyx|zarr.json|"name": "c"|"name": "y"|"axes" must be y and x
        v3-shard|0/zarr.json|12,|13,|must consist of at most 4194304 whole chunks
        v3-shard|0/zarr.json|"end"|"middle"|"index_location" must be "start" or "end"
        v3-shard|0/zarr.json|"crc32c"|"gzip"|"index_codecs" must be
        v3-transpose-3210|0/zarr.json|"order": [|"order": [0, |"order" must be each axis once
        """)
    void metadataThatMakeNoSenseAreRefused(
            String store, String file, String from, String to, String message) throws IOException {
        Path copy = TestStores.copy(store, folder.resolve("a.zarr"));
        Path path = copy.resolve(file);
        String text = Files.readString(path);
        assertTrue(text.contains(from), text);
        Files.writeString(path, text.replaceFirst(quoted(from), quotedReplacement(to)));
        String found = refusal(copy);
        assertTrue(found.contains(message), found);
    }

    @ParameterizedTest
    @CsvSource({"10,has a damaged chunk: 0/0/0 ", "0,has a damaged chunk: 0/0/0 "})
    void aChunkThatIsCutShortIsRefused(int length, String message) throws IOException {
        for (String name : new String[] {"zlib", "gzip", "zstd", "lz4", "raw", "blosc-lz4-1-u2"}) {
            Path copy = TestStores.copy("v2-" + name, folder.resolve(name));
            Path chunk = copy.resolve("0/0/0");
            Files.write(chunk, Arrays.copyOf(Files.readAllBytes(chunk), length));
            String found = refusal(copy);
            assertTrue(found.startsWith(message), found);
            assertTrue(found.endsWith("Copy the store again."), found);
        }
    }

    @Test
    void anArrayOfAMillionTimesAMillionPixelsIsReadWhereItIsStored() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        replace(copy.resolve("0/.zarray"), "110", "1000000");
        replace(copy.resolve("0/.zarray"), "70", "1000000");
        try (PlaneSource source = OmeZarr.open(copy)) {
            Region far = new Region(999_990, 999_990, 10, 10);
            assertEquals(0, source.region(PlaneIndex.FIRST, 0, far).value(9, 9));
        }
    }

    @Test
    void chunksThatDoNotFitIntoMemoryAreRefused() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        replace(copy.resolve("0/.zarray"), "70,", "30000,");
        replace(copy.resolve("0/.zarray"), "48", "30000");
        assertTrue(refusal(copy).startsWith("has chunks of 1800000000 bytes (0/0/0), and at most"));
    }

    @Test
    void aChunkThatGrowsAThousandTimesIsRefused() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        replace(copy.resolve("0/.zarray"), "70,", "10000,");
        replace(copy.resolve("0/.zarray"), "48", "10000");
        assertTrue(refusal(copy).startsWith("has chunks of 200000000 bytes (0/0/0), in "));
    }

    @Test
    void aChunkThatHoldsMoreThanItShouldIsRefused() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bomb)) {
            out.write(new byte[1_000_000]);
        }
        Files.write(copy.resolve("0/0/0"), bomb.toByteArray());
        assertTrue(refusal(copy).contains("decompresses to more than 6720 bytes"));
    }

    @Test
    void aFileThatIsFarTooLongIsNotRead() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        try (RandomAccessFile file = new RandomAccessFile(copy.resolve("0/0/0").toFile(), "rw")) {
            file.setLength(3_000_000_000L);
        }
        assertTrue(refusal(copy).startsWith("has a file 0/0/0 of 3000000000 bytes"));
    }

    @Test
    void aDocumentThatIsFarTooDeepIsRefused() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        Files.writeString(copy.resolve(".zattrs"), "{\"a\":" + "[".repeat(1_000_000));
        assertTrue(refusal(copy).contains("more than 500000 values or 64 levels"));
        Files.writeString(copy.resolve(".zattrs"), "{\"a\":[" + "[],".repeat(1_000_000) + "[]]}");
        assertTrue(refusal(copy).contains("more than 500000 values or 64 levels"));
    }

    @Test
    void aLinkThatLeadsOutOfTheStoreIsRefused() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        Path secret = Files.write(folder.resolve("secret"), new byte[100]);
        Files.delete(copy.resolve("0/0/0"));
        Files.createSymbolicLink(copy.resolve("0/0/0"), secret);
        assertTrue(refusal(copy).contains("\"0/0/0\", which leads out of its folder"));
        Path other = TestStores.copy("v2-raw", folder.resolve("b.zarr"));
        Path linked = TestStores.copy("v2-zlib", folder.resolve("c.zarr"));
        Files.move(linked.resolve("0"), linked.resolve("before"));
        Files.createSymbolicLink(linked.resolve("0"), other.resolve("0"));
        assertTrue(refusal(linked).contains("which leads out of its folder"));
    }

    @Test
    void aStoreThatIsReachedThroughALinkIsRead() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        Path link = Files.createSymbolicLink(folder.resolve("link.zarr"), copy);
        try (PlaneSource source = OmeZarr.open(link)) {
            source.region(PlaneIndex.FIRST, 0, Region.of(source.layout().size()));
        }
    }

    @Test
    void aChunkThatIsAFolderIsRefused() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        Files.delete(copy.resolve("0/0/0"));
        Files.createDirectory(copy.resolve("0/0/0"));
        assertEquals("holds 0/0/0, which is not a plain file.", refusal(copy));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v3-shard", "v3-shard-start-1"})
    void aDamagedIndexOfAShardIsRefused(String name) throws IOException {
        boolean start = name.contains("start");
        Path copy = TestStores.copy(name, folder.resolve("a.zarr"));
        Path shard = copy.resolve("0/c/0/0/0/0/0");
        byte[] bytes = Files.readAllBytes(shard);
        bytes[start ? 3 : bytes.length - 100]++;
        Files.write(shard, bytes);
        assertTrue(refusal(copy).contains("does not match its checksum (crc32c)"));
        Files.write(shard, new byte[20]);
        assertTrue(refusal(copy).contains("has a chunk file 0/c/0/0/0/0/0 that is cut short"));
    }

    @Test
    void anIndexThatPointsBeyondItsShardIsRefused() throws IOException {
        Path copy = TestStores.copy("v3-shard-end-0", folder.resolve("a.zarr"));
        Path shard = copy.resolve("0/c/0/0/0/0/0");
        byte[] bytes = Files.readAllBytes(shard);
        int chunks = 3 * 2 * 3 * 3;
        bytes[bytes.length - 16 * chunks + 2] = 1;
        Files.write(shard, bytes);
        assertTrue(refusal(copy).contains("that is cut short: bytes 65"), refusal(copy));
        bytes[bytes.length - 16 * chunks + 7] = -128;
        Files.write(shard, bytes);
        assertTrue(refusal(copy).contains("that is cut short"), refusal(copy));
        bytes[bytes.length - 16 * chunks + 15] = 127;
        Files.write(shard, bytes);
        assertTrue(refusal(copy).contains("its index says that a chunk takes"), refusal(copy));
    }

    @Test
    void aPixelSizeThatMakesNoSenseIsNotUsedAndSaid() throws IOException {
        Path copy = TestStores.copy("v2-zlib", folder.resolve("a.zarr"));
        replace(copy.resolve(".zattrs"), "0.25", "-1");
        try (PlaneSource source = OmeZarr.open(copy)) {
            assertEquals(false, source.layout().pixelSize().isCalibrated());
            assertEquals(1, source.notes().size());
        }
    }

    private static String refusal(Path store) {
        return assertThrows(
                        IOException.class,
                        () -> {
                            try (PlaneSource source = OmeZarr.open(store)) {
                                Region corner = new Region(0, 0, 2, 2);
                                source.region(PlaneIndex.FIRST, 0, corner);
                            }
                        })
                .getMessage();
    }

    private static void replace(Path file, String from, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replace(from, to));
    }

    private static String quoted(String text) {
        return Pattern.quote(text);
    }

    private static String quotedReplacement(String text) {
        return Matcher.quoteReplacement(text);
    }
}
