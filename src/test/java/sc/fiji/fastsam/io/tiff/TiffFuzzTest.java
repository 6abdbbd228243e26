package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/**
 * Files of the matrix, damaged at random (fixed seed): each is read or refused with a message, and
 * nothing else happens. {@code -Dfastsam.fuzz=2000} sets their number.
 */
class TiffFuzzTest {

    private static final int FILES = Integer.getInteger("fastsam.fuzz", 300);
    private static final long LARGEST = 4_000_000;

    @TempDir Path folder;

    @Test
    void damagedFilesAreReadOrRefusedAndNothingElse() throws IOException {
        List<String> names = TiffMatrixTest.files().map(line -> line.split(",")[0]).toList();
        Random random = new Random(16);
        int refused = 0;
        for (int i = 0; i < FILES; i++) {
            String name = names.get(random.nextInt(names.size()));
            byte[] bytes = Files.readAllBytes(TiffMatrixTest.folder().resolve(name));
            Path file = folder.resolve("damaged.tif");
            Files.write(file, damage(bytes, random));
            refused += isRefused(file, name + " damaged as number " + i) ? 1 : 0;
        }
        assertTrue(refused > FILES / 4, refused + " refused");
    }

    static byte[] damage(byte[] bytes, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> {
                return Arrays.copyOf(bytes, random.nextInt(bytes.length));
            }
            case 1 -> {
                for (int i = 0; i < 1 + random.nextInt(4); i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            case 2 -> {
                // NB: directories lie at the start or the end.
                int near = Math.min(300, bytes.length);
                int from = random.nextBoolean() ? 4 : bytes.length - near;
                for (int i = 0; i < 1 + random.nextInt(3); i++) {
                    int at = Math.min(bytes.length - 1, from + random.nextInt(near));
                    bytes[at] = (byte) (random.nextBoolean() ? 255 : random.nextInt(256));
                }
            }
            default -> {
                int from = random.nextInt(bytes.length);
                int to = Math.min(bytes.length, from + 1 + random.nextInt(60));
                for (int i = from; i < to; i++) {
                    bytes[i] = (byte) random.nextInt(256);
                }
            }
        }
        return bytes;
    }

    private static boolean isRefused(Path file, String name) {
        try (TiffSource source = TiffSource.open(file)) {
            read(source);
            return false;
        } catch (IOException e) {
            assertTrue(e.getMessage().length() > 20, name + ": " + e.getMessage());
            return true;
        } catch (RuntimeException | Error e) {
            throw new AssertionError(name, e);
        }
    }

    private static void read(TiffSource source) throws IOException {
        Size size = source.layout().size();
        Region all = Region.of(size);
        Region corner = new Region(size.width() - 1, size.height() - 1, 1, 1);
        int planes = Math.min(20, source.layout().planes().total());
        for (int i = 0; i < planes; i++) {
            var plane = source.layout().planes().at(i);
            source.region(plane, 0, size.area() <= LARGEST ? all : corner);
        }
        source.imageJMetadata();
        source.imageJDescription();
    }
}
