package sc.fiji.fastsam.host.gui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import sc.fiji.fastsam.model.ModelFile;

/** What a {@link Session} saw, by name, and all that its process printed. */
record PlayedSession(Map<String, String> seen, String output) {

    /** Plays it on a display of its own; skips the tests where there is none. */
    static PlayedSession play(Class<? extends Session> session, String folder) throws Exception {
        Assumptions.assumeTrue(ModelFile.isBundledPresent(), "no bundled network");
        Assumptions.assumeTrue(Display.isAvailable(), "no Xvfb");
        BareImageJ imagej = BareImageJ.install(folder);
        Path pictures = Files.createDirectories(imagej.folder().resolve("pictures"));
        Path image = Path.of("src", "test", "resources", "images", "coins.png").toAbsolutePath();
        String output;
        try (Display display = Display.open()) {
            output =
                    imagej.runWithWindows(
                            session, display.name(), pictures.toString(), image.toString());
        }
        Files.writeString(imagej.folder().resolve("session.txt"), output);
        return new PlayedSession(Seen.in(output), output);
    }

    String get(String name) {
        return seen.get(name);
    }

    /** Fails, with all that the process printed, where something else was seen. */
    void assertSeen(String expected, String name) {
        assertEquals(expected, get(name), () -> name + " in " + output);
    }
}
