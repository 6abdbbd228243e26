package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.KnownPixels;
import sc.fiji.fastsam.io.PlaneSource;
import sc.fiji.fastsam.io.reader.PlaneSources;

/** Files by make_rasters.py: whole they are equal, cut or damaged they are refused or read. */
class RasterMatrixTest {

    private static final int FILES = Integer.getInteger("fastsam.fuzz", 300);

    @TempDir private Path folder;

    static Stream<String> files() throws IOException {
        return Files.readAllLines(resources().resolve("manifest.csv")).stream();
    }

    private static Path resources() {
        try {
            return Path.of(RasterMatrixTest.class.getResource("manifest.csv").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void pixelsAreThoseThatWereWritten(String line) throws IOException {
        try (PlaneSource source = PlaneSources.open(resources().resolve(line.split(",")[0]))) {
            KnownPixels.assertEqualTo(line, source);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesCutShortAreRefused(String line) throws IOException {
        String name = line.split(",")[0];
        byte[] bytes = Files.readAllBytes(resources().resolve(name));
        Path cut = folder.resolve(name);
        for (double share : new double[] {0.02, 0.3, 0.6, 0.9}) {
            Files.write(cut, Arrays.copyOf(bytes, (int) (bytes.length * share)));
            // NB: FITS fills its last block up, and its header its first.
            boolean padding = name.endsWith(".fits") && share > 0.6;
            if (!padding) {
                assertThrows(IOException.class, () -> read(cut), name + " " + share);
            }
        }
    }

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() throws IOException {
        List<String> names = files().map(line -> line.split(",")[0]).toList();
        Random random = new Random(61);
        for (int i = 0; i < FILES; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = Files.readAllBytes(resources().resolve(name));
            int from = random.nextInt(random.nextBoolean() ? bytes.length : 60);
            for (int k = from; k < Math.min(bytes.length, from + 1 + random.nextInt(9)); k++) {
                bytes[k] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("damaged"), bytes);
            try {
                read(file);
            } catch (IOException e) {
                assertTrue(e.getMessage().length() > 15, name + ": " + e.getMessage());
            } catch (RuntimeException | Error e) {
                throw new AssertionError(name + " damaged as number " + i, e);
            }
        }
    }

    private static void read(Path file) throws IOException {
        try (PlaneSource source = PlaneSources.open(file)) {
            int planes = Math.min(10, source.layout().planes().total());
            for (int i = 0; i < planes; i++) {
                Region all = Region.of(source.layout().size());
                source.region(source.layout().planes().at(i), 0, all);
            }
        }
    }
}
