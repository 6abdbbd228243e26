package sc.fiji.fastsam.io.zarr;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** Seeded mutations of stores: each is read or refused with an {@link IOException}. */
class FuzzTest {

    private static final List<String> STORES =
            List.of(
                    "v2-blosc-lz4-1-u2",
                    "v2-blosc-lz4-2-blocks",
                    "v2-blosc-zstd-2-u2",
                    "v2-blosc-zlib-1-f4",
                    "v2-blosc-blosclz-0-u1",
                    "v2-zlib",
                    "v2-gzip",
                    "v2-zstd",
                    "v2-lz4",
                    "v2-big-f8",
                    "v2-order-F-dot",
                    "v3-both",
                    "v3-blosc",
                    "v3-shard",
                    "v3-shard-start-0",
                    "v3-transpose-1032",
                    "levels-2",
                    "levels-3",
                    "bioformats2raw",
                    "plate");

    private static final List<String> VALUES =
            List.of(
                    "-1",
                    "0",
                    "1",
                    "2147483647",
                    "2147483648",
                    "1e300",
                    "null",
                    "true",
                    "\"\"",
                    "[]",
                    "{}",
                    "\"..\"",
                    "[[[[",
                    "65536",
                    "0.5",
                    "\"x\"",
                    "99999999999999999999");

    /** Mutations of each store; raise to look for more: -Dfuzz.rounds=500. */
    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 15);

    @TempDir Path folder;

    @Test
    void mutatedStoresAreReadOrRefused() throws IOException {
        int refused = 0;
        for (String name : STORES) {
            Path store = TestStores.copy(name, folder.resolve(name));
            List<Path> files;
            try (Stream<Path> all = Files.walk(store)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            for (int round = 0; round < ROUNDS; round++) {
                Random random = new Random(31L * round + name.hashCode());
                Path file = files.get(random.nextInt(files.size()));
                byte[] before = Files.readAllBytes(file);
                Files.write(file, mutated(before, random));
                refused += isRefused(store) ? 1 : 0;
                Files.write(file, before);
            }
        }
        assertTrue(refused > STORES.size() * ROUNDS / 4, refused + " were refused");
    }

    private static boolean isRefused(Path folder) {
        try {
            for (String image : OmeZarr.images(folder)) {
                read(folder, image);
            }
            return false;
        } catch (IOException e) {
            assertTrue(e.getMessage().length() > 10, e.getMessage());
            return true;
        }
    }

    private static void read(Path folder, String image) throws IOException {
        try (PlaneSource source = OmeZarr.open(folder, image)) {
            for (int level = 0; level < source.layout().levels().size(); level++) {
                Region all = Region.of(source.layout().size(level));
                Region some = all.intersection(new Region(0, 0, 600, 600));
                source.region(PlaneIndex.FIRST, level, some);
            }
            source.notes();
        }
    }

    private static byte[] mutated(byte[] bytes, Random random) {
        boolean json = bytes.length > 0 && bytes[0] == '{';
        if (json && random.nextInt(4) > 0) {
            return withOtherValue(bytes, random);
        }
        byte[] copy = bytes.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(copy, random.nextInt(copy.length + 1));
            }
            case 1 -> Arrays.fill(copy, 0, Math.min(copy.length, 40), (byte) random.nextInt());
            case 2 -> {
                int bound = Math.max(1, Math.min(32, copy.length));
                copy[random.nextInt(bound)] = (byte) random.nextInt();
            }
            default -> {
                for (int i = 0; i < 5; i++) {
                    copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
                }
            }
        }
        return copy;
    }

    /** Another value in the place of a number, text or list. */
    private static byte[] withOtherValue(byte[] json, Random random) {
        String text = new String(json, StandardCharsets.UTF_8);
        List<int[]> places =
                Pattern.compile("-?[0-9]+(\\.[0-9]+)?|\"[^\"]*\"(?!:)|null")
                        .matcher(text)
                        .results()
                        .map(match -> new int[] {match.start(), match.end()})
                        .toList();
        if (places.isEmpty()) {
            return json;
        }
        int[] place = places.get(random.nextInt(places.size()));
        String value = VALUES.get(random.nextInt(VALUES.size()));
        return (text.substring(0, place[0]) + value + text.substring(place[1]))
                .getBytes(StandardCharsets.UTF_8);
    }
}
