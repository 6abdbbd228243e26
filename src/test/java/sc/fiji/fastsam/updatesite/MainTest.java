package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {

    @TempDir private Path folder;

    @Test
    void wrongUsageIsSaid() {
        assertEquals(2, Main.run(List.of("dist", "lists", "work")));
        assertEquals(2, Main.run(List.of("dist", "lists", "work", "--previous")));
        assertEquals(2, Main.run(List.of("dist", "lists", "work", "out", "--last", "site")));
    }

    @Test
    void whatCannotBeBuiltIsAnError() {
        assertEquals(1, Main.run(List.of(folder.toString(), "lists", "work", folder + "/site")));
    }
}
