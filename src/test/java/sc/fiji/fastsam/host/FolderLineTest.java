package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.SampleFiles;
import sc.fiji.fastsam.command.SegmentFolder;
import sc.fiji.fastsam.onnx.TinyModels;

/** A macro's line for a folder, headless, through the bridge. */
class FolderLineTest {

    @Test
    void aFoldersLineRunsWithoutAnImageOpen(@TempDir Path folder) throws Exception {
        Path in = Files.createDirectory(folder.resolve("my images"));
        SampleFiles.tiff(in.resolve("a.tif"));
        Path out = folder.resolve("out");
        String line =
                "folder=["
                        + in
                        + "] output_folder=["
                        + out
                        + "] settings=[model="
                        + TinyModels.path("l2-dynamic").toString().replace('\\', '/')
                        + "] save_rois=false";
        new BridgedCommand(Host.current(), SegmentFolder.class.getName(), MacroOptions.parse(line))
                .run();
        assertTrue(Files.exists(out.resolve("a-labels.tif")));
        assertEquals(2, Files.readAllLines(out.resolve("report.csv")).size());
    }
}
