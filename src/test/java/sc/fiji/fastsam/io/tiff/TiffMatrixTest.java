package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import sc.fiji.fastsam.io.KnownPixels;

/** Files by tifffile (make_tiffs.py), read here and there: equal to the last bit. */
class TiffMatrixTest {

    static Stream<String> files() throws IOException {
        return Files.readAllLines(folder().resolve("manifest.csv")).stream();
    }

    static Path folder() {
        try {
            return Path.of(TiffMatrixTest.class.getResource("manifest.csv").toURI()).getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void pixelsEqualThoseOfTifffile(String line) throws IOException {
        try (TiffSource source = TiffSource.open(folder().resolve(line.split(",")[0]))) {
            KnownPixels.assertEqualTo(line, source);
        }
    }
}
