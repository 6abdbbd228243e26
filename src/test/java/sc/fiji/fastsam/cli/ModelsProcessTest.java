package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.cli.FastSamProcess.Result;
import sc.fiji.fastsam.model.convert.CheckpointImport;
import sc.fiji.fastsam.model.download.FileServer;
import sc.fiji.fastsam.onnx.TinyModels;

class ModelsProcessTest {

    @TempDir private Path folder;

    private Result models(String command, Object... more) throws Exception {
        Object[] start = {"models", command, "--folder", folder.resolve("models")};
        return FastSamProcess.run(Stream.of(start, more).flatMap(Arrays::stream).toArray());
    }

    private static byte[] checkpoint() throws Exception {
        try (InputStream in = CheckpointImport.class.getResourceAsStream("tiny-v8-half.pt")) {
            return in.readAllBytes();
        }
    }

    @Test
    void aCheckpointIsAddedCheckedAndRemoved() throws Exception {
        Path pt = Files.write(folder.resolve("Mine.pt"), checkpoint());
        String added = models("add", pt).expect(0).out();
        assertTrue(added.contains("classes: cell, it's \\ dead"), added);
        assertTrue(added.contains("Added mine in "), added);
        assertTrue(models("list").expect(0).out().contains("Added from Mine.pt"));
        assertTrue(models("check").expect(0).out().contains("mine: as installed"));
        Path onnx = folder.resolve("models/mine/mine.onnx");
        FastSamProcess.run("info", "--model", onnx, "--device", "cpu").expect(0);
        Files.write(onnx, new byte[] {8, 7});
        Result damaged = models("check", "mine").expect(1);
        assertTrue(damaged.err().contains("has changed"), damaged.err());
        models("remove", "mine").expect(0);
        assertFalse(Files.exists(onnx));
        models("remove", "mine").expect(3);
    }

    /** What its file declares is right; only a run shows that it lost its scores. */
    @Test
    void aNetworkWhoseOutputsCannotBeReadIsNotAdded() throws Exception {
        Result result = models("add", TinyModels.path("l7-int8-head")).expect(3);
        assertTrue(result.err().contains("scores of the network are exactly 0"), result.err());
        assertFalse(models("list").expect(0).out().contains("added"));
        models("add", TinyModels.path("l7-int8")).expect(0);
    }

    @Test
    void whatIsNoNetworkIsNotAdded() throws Exception {
        Path zip = Files.write(folder.resolve("x.pt"), Arrays.copyOf(checkpoint(), 5000));
        Result result = models("add", zip).expect(3);
        assertEquals(1, result.errors().size(), result.err());
        assertTrue(result.err().contains("is damaged or incomplete"), result.err());
        Path junk = Files.write(folder.resolve("y.onnx"), new byte[] {8, 7, 18});
        models("add", junk).expect(3);
        assertFalse(models("list").expect(0).out().contains("added"));
    }

    @Test
    void aLicenseIsShownAndMustBeAccepted() throws Exception {
        Result result = models("install", "fastsam-s").expect(2);
        assertTrue(result.out().contains("License AGPL-3.0: The weights are under"));
        assertTrue(result.err().contains("--accept-license"), result.err());
        assertFalse(Files.exists(folder.resolve("models/fastsam-s")));
        assertTrue(models("install", "nothing").expect(2).err().contains("fastsam-x, clip"));
        models("install", "fastsam-s", "--mirror", "ftp://x").expect(2);
    }

    @Test
    void officialWeightsComeFromAMirrorAndAreConverted() throws Exception {
        try (FileServer server = new FileServer(checkpoint())) {
            Result result =
                    models(
                                    "install",
                                    "fastsam-s",
                                    "--accept-license",
                                    "--mirror",
                                    server.address("/ai"))
                            .expect(0);
            assertTrue(result.err().contains("nobody publishes a digest of FastSAM-s.pt"));
            assertEquals(
                    "/ai/github.com/ultralytics/assets/releases/download/v8.4.0/FastSAM-s.pt null",
                    server.requests().get(0));
            assertTrue(Files.exists(folder.resolve("models/fastsam-s/fastsam-s.onnx")));
            assertTrue(models("list").expect(0).out().contains("installed"));
        }
    }

    @Test
    void standInsForClipAreNotTakenForIt() throws Exception {
        try (FileServer server = new FileServer(new byte[] {8, 7, 18})) {
            Result result =
                    models("install", "clip", "--accept-license", "--mirror", server.address(""))
                            .expect(1);
            assertTrue(result.err().contains("is not the file that was published"), result.err());
        }
        Result missing = models("install", "clip", "--accept-license", "--from", folder).expect(3);
        assertTrue(missing.err().contains("text_model_quantized.onnx is not there"));
    }
}
