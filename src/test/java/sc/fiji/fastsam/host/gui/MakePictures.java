package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What {@code docs/make-pictures} runs; by its name not one of the tests. */
class MakePictures {

    @Test
    void ofTheManual() throws Exception {
        Path pictures = Files.createDirectories(Path.of("docs", "images")).toAbsolutePath();
        Path images = Path.of("src", "test", "resources", "images").toAbsolutePath();
        BareImageJ imagej = BareImageJ.install("pictures");
        try (Display display = Display.open()) {
            String output =
                    imagej.runWithWindows(
                            PictureSession.class,
                            display.name(),
                            pictures.toString(),
                            images.toString());
            assertTrue(output.contains("done"), output);
        }
    }
}
