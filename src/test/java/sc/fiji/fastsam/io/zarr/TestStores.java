package sc.fiji.fastsam.io.zarr;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The stores that make_stores.py wrote with zarr-python. */
final class TestStores {

    /**
     * What a store holds; the values follow by {@link #value}.
     *
     * @param dtype such as "u2"
     * @param axes such as "zyx"
     * @param exact false where values need more than 24 bits
     * @param shift see make_stores.py
     */
    record Store(String name, String dtype, String axes, int[] shape, boolean exact, int shift) {

        @Override
        public String toString() {
            return name;
        }

        int size(char axis) {
            int index = axes.indexOf(axis);
            return index < 0 ? 1 : shape[index];
        }

        /** The value that zarr-python stored there, as a float. */
        float value(int t, int c, int z, int y, int x) {
            long n = 3L * x * x + (long) x * y + 7L * y + 101L * z + 211L * c + 307L * t >> shift;
            int bits = 8 * (dtype.charAt(1) - '0');
            return switch (dtype.charAt(0)) {
                case 'b' -> n % 3 == 0 ? 1 : 0;
                case 'f' -> (float) (bits == 16 ? n % 2048 / 4.0 : n / divisor(bits));
                default -> whole(n, bits);
            };
        }

        private double divisor(int bits) {
            return bits == 32 || !exact ? 7.0 : 8.0;
        }

        private float whole(long n, int bits) {
            boolean signed = dtype.charAt(0) == 'i';
            if (exact) {
                long span = 1L << Math.min(bits, 24);
                return n * 37 % span - (signed ? span / 2 : 0);
            }
            long mixed = n * 123456789123456789L;
            if (bits == 32) {
                return signed ? (int) mixed : mixed & 0xffffffffL;
            }
            return signed ? mixed : Float.parseFloat(Long.toUnsignedString(mixed));
        }
    }

    private static final Path ROOT = unpacked();
    private static final List<Store> STORES = index();

    private TestStores() {}

    /** All stores whose values follow the formula. */
    static List<Store> all() {
        return STORES;
    }

    /** Folder of a store; not to be changed. */
    static Path folder(String name) {
        return ROOT.resolve(name);
    }

    /** A copy of a store that may be changed. */
    static Path copy(String name, Path target) throws IOException {
        try (var files = Files.walk(folder(name))) {
            for (Path file : files.toList()) {
                Path to = target.resolve(folder(name).relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return target;
    }

    private static Path unpacked() {
        try (InputStream packed = TestStores.class.getResourceAsStream("stores.zip.gz");
                ZipInputStream in = new ZipInputStream(new GZIPInputStream(packed))) {
            Path root = Files.createDirectories(Path.of("target", "zarr-stores"));
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = root.resolve(entry.getName());
                Files.createDirectories(file.getParent());
                Files.write(file, in.readAllBytes());
            }
            return root;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Store> index() {
        try {
            String json = Files.readString(ROOT.resolve("index.json"));
            return new Gson()
                    .<List<Store>>fromJson(json, new TypeToken<List<Store>>() {}.getType());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stores by name, for those that a test picks. */
    static Map<String, Store> byName() {
        return STORES.stream().collect(Collectors.toMap(Store::name, s -> s));
    }
}
