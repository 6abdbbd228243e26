package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FijiClassesTest {

    private static final String OURS = "sc/fiji/fastsam/";

    @Test
    void whatCommandsAndScriptsComeToIsTheirs() {
        ClassReferences references =
                new ClassReferences(
                        Map.of(
                                OURS + "FastSam", Set.of(OURS + "engine/Image", "java/lang/String"),
                                OURS + "command/Segment", Set.of(OURS + "host/Dialog"),
                                OURS + "host/Dialog", Set.of(),
                                OURS + "engine/Image", Set.of(OURS + "mask/Mask"),
                                OURS + "mask/Mask", Set.of(OURS + "engine/Image"),
                                OURS + "cli/Main", Set.of(OURS + "batch/Report"),
                                OURS + "batch/Report", Set.of(OURS + "mask/Mask"),
                                OURS + "imagej/Sample", Set.of(OURS + "io/Reader"),
                                OURS + "io/Reader", Set.of()));

        assertEquals(
                Set.of(
                        OURS + "FastSam",
                        OURS + "command/Segment",
                        OURS + "host/Dialog",
                        OURS + "engine/Image",
                        OURS + "mask/Mask",
                        OURS + "imagej/Sample",
                        OURS + "io/Reader"),
                FijiClasses.from(references, Set.of(OURS + "imagej/Sample")).names());
    }

    @Test
    void theMenusClassesAreRead(@TempDir Path folder) throws Exception {
        Path plugin = folder.resolve("FastSAM_IJ-0.1.0.jar");
        TestJars.write(
                plugin,
                Map.of(
                        "plugins.config",
                        "Plugins>FastSAM, \"Nuclei\", sc.fiji.start.Entry(\"sc.fiji.Sample:a.tif\")\n"));

        assertEquals(
                Set.of("sc/fiji/start/Entry", "sc/fiji/Sample"), FijiClasses.of(plugin).names());
    }
}
