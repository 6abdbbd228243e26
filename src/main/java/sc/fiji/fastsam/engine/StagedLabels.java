package sc.fiji.fastsam.engine;

import java.io.Closeable;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import sc.fiji.fastsam.io.Closing;
import sc.fiji.fastsam.io.LabelWriter;

/** Label images that are written tile by tile and get their names together. Not thread-safe. */
final class StagedLabels implements Closeable {

    private final FileOutputs outputs;
    private final ResultTargets targets;
    private final Map<OutputKind, LabelWriter> writers = new EnumMap<>(OutputKind.class);

    StagedLabels(FileOutputs outputs, ResultTargets targets) {
        this.outputs = outputs;
        this.targets = targets;
    }

    /**
     * Writes all tiles of a label image.
     *
     * @throws IOException if they cannot be written
     */
    void write(OutputKind kind, LabelOutputs labels) throws IOException {
        LabelWriter writer =
                LabelFiles.open(labels, outputs.labels(), outputs.place(kind), targets);
        // NB: first, so that it is closed however the writing ends.
        writers.put(kind, writer);
        LabelFiles.write(labels, writer);
    }

    /**
     * Gives them their names.
     *
     * @throws IOException if that is not possible; those before it stay
     */
    void finish() throws IOException {
        for (LabelWriter writer : writers.values()) {
            writer.finish();
        }
    }

    /** Removes what was not finished. */
    @Override
    public void close() throws IOException {
        Closing.all(writers.values(), LabelWriter::close);
    }
}
