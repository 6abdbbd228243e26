package sc.fiji.fastsam.model.convert;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.io.Leftovers;
import sc.fiji.fastsam.io.TemporaryFile;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.model.checkpoint.Checkpoint;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.CheckpointFile;
import sc.fiji.fastsam.model.graph.OnnxWriter;
import sc.fiji.fastsam.model.pickle.PickleException;

/**
 * Imports checkpoints of Ultralytics ({@code .pt}) as ONNX files that take images of any size.
 * Nothing in a checkpoint is executed; memory goes with its largest layer, not with the file.
 */
public final class CheckpointImport {

    /** Weights of an honest file grow twice, from 16 to 32 bits. */
    private static final int MOST_GROWTH = 3;

    private CheckpointImport() {}

    /**
     * Converts a file.
     *
     * @param checkpoint as Ultralytics saves full models, with 16- or 32-bit weights
     * @param onnx file to write, complete or not at all; its folder must be there
     * @throws ModelException if the checkpoint is damaged, hostile or of another kind; says which
     * @throws java.util.concurrent.CancellationException when the listener says so
     * @throws IOException if the ONNX file cannot be written
     */
    public static void convert(Path checkpoint, Path onnx, Progress listener) throws IOException {
        ModelFile source = ModelFile.of(checkpoint);
        source.checkExists();
        Leftovers.remove(List.of(onnx));
        try (CheckpointFile file = CheckpointFile.open(checkpoint);
                TemporaryFile temporary = TemporaryFile.create(onnx.toAbsolutePath().getParent())) {
            OnnxWriter writer = writer(file);
            try (OutputStream out = new BufferedOutputStream(temporary.content())) {
                writer.write(out, listener);
            }
            temporary.moveTo(onnx);
        } catch (CheckpointException | PickleException e) {
            throw source.problem(e.getMessage() + ".", e);
        }
    }

    private static OnnxWriter writer(CheckpointFile file) throws IOException {
        Checkpoint checkpoint = Checkpoint.read(file);
        SegmentationNetwork network = SegmentationNetwork.of(checkpoint.network());
        OnnxWriter writer = new OnnxWriter(network.graph(), metadata(checkpoint, network.stride()));
        if (writer.weightBytes() > MOST_GROWTH * file.size()) {
            throw new CheckpointException(
                    "would become an ONNX file of "
                            + writer.weightBytes()
                            + " bytes, which is more than its own weights give");
        }
        return writer;
    }

    private static Map<String, String> metadata(Checkpoint checkpoint, int stride) {
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put("task", "segment");
        metadata.put("stride", Integer.toString(stride));
        metadata.put("names", PythonText.dictionary(checkpoint.classes()));
        checkpoint
                .imageSize()
                .ifPresent(size -> metadata.put("imgsz", "[" + size + ", " + size + "]"));
        metadata.put("version", checkpoint.version());
        metadata.put("license", checkpoint.license());
        metadata.values().removeIf(String::isEmpty);
        return metadata;
    }
}
