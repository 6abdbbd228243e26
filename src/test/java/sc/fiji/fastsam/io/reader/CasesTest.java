package sc.fiji.fastsam.io.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneSource;

/** Files that were once read wrong (cases/files/README.md): right now, or refused. */
class CasesTest {

    /** The larger files, beside the repository. */
    private static final Path SHARED = Path.of("..", "shared", "cases", "files");

    static Stream<String> cases() throws IOException {
        return Files.readAllLines(resources().resolve("expected.csv")).stream();
    }

    private static Path resources() {
        try {
            return Path.of(CasesTest.class.getResource("/cases/files/expected.csv").toURI())
                    .getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Path file(String name) {
        Path own = resources().resolve(name);
        Path file = Files.exists(own) ? own : SHARED.resolve(name);
        assumeTrue(Files.exists(file), name + " is not there");
        return file;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void everyFileIsReadRightOrRefused(String line) throws IOException {
        String[] right = line.split(",");
        Path file = file(right[0]);
        if (right[1].equals("refused")) {
            IOException e = assertThrows(IOException.class, () -> read(file));
            assertTrue(e.getMessage().contains(right[2]), e.getMessage());
            return;
        }
        try (PlaneSource source = PlaneSources.open(file)) {
            ImageLayout layout = source.layout();
            assertEquals(right[1], layout.size().toString().replace(" ", ""));
            assertEquals(
                    new PlaneCounts(number(right[2]), number(right[3]), number(right[4])),
                    layout.planes());
            assertEquals(PixelType.valueOf(right[5]), layout.type());
            assertEquals(Double.parseDouble(right[6]), mean(source), 1e-6);
            assertEquals(right[7], layout.pixelSize().unit());
            assertEquals(layout.pixelSize().isCalibrated() ? 0.5 : 1, layout.pixelSize().width());
        }
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static double read(Path file) throws IOException {
        try (PlaneSource source = PlaneSources.open(file)) {
            return mean(source);
        }
    }

    private static double mean(PlaneSource source) throws IOException {
        ImageLayout layout = source.layout();
        double sum = 0;
        for (int i = 0; i < layout.planes().total(); i++) {
            sum += sum(source.region(layout.planes().at(i), 0, Region.of(layout.size())));
        }
        return sum / layout.planes().total() / layout.size().area();
    }

    private static double sum(PixelBlock block) {
        double sum = 0;
        for (int y = 0; y < block.size().height(); y++) {
            for (int x = 0; x < block.size().width(); x++) {
                float value = block.value(x, y);
                int color = block.type() == PixelType.RGB ? (int) value : 0;
                sum +=
                        block.type() == PixelType.RGB
                                ? ((color >> 16) + (color >> 8 & 255) + (color & 255)) / 3.0
                                : value;
            }
        }
        return sum;
    }
}
