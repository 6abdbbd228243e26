package sc.fiji.fastsam.model.graph;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import sc.fiji.fastsam.concurrent.Progress;

/** Writes a graph as an ONNX file, holding one weight at a time. */
public final class OnnxWriter {

    /** NB: the oldest that has all operators used, so that older programs can read the file. */
    private static final long OPERATOR_SET = 17;

    private static final long FORMAT = 8;
    private static final int GRAPH = 7;
    private static final int INITIALIZER = 5;
    private static final int CHUNK = 1 << 16;

    private final OnnxGraph graph;
    private final Map<String, String> metadata;

    /**
     * @param metadata key-value pairs of the file
     */
    public OnnxWriter(OnnxGraph graph, Map<String, String> metadata) {
        this.graph = graph;
        this.metadata = metadata;
    }

    /** Bytes of all weights. */
    public long weightBytes() {
        return graph.weights().stream().mapToLong(w -> (long) w.numbers() * Float.BYTES).sum();
    }

    /**
     * Writes the file.
     *
     * @param listener told bytes of weights; asked between them
     * @throws java.util.concurrent.CancellationException when the listener says so
     * @throws IOException if a weight cannot be read, or the file not written
     */
    public void write(OutputStream out, Progress listener) throws IOException {
        out.write(head().announce(GRAPH, graphBytes()).toBytes());
        for (byte[] message : graph.messages()) {
            out.write(message);
        }
        long done = 0;
        for (OnnxGraph.Weight weight : graph.weights()) {
            listener.checkCanceled();
            out.write(weightHead(weight));
            write(weight, out);
            done += (long) weight.numbers() * Float.BYTES;
            listener.update(done, weightBytes(), "converting");
        }
    }

    private ProtoMessage head() {
        ProtoMessage head = new ProtoMessage().add(1, FORMAT).add(2, "FastSAM for Fiji");
        head.add(8, new ProtoMessage().add(1, "").add(2, OPERATOR_SET));
        metadata.forEach(
                (key, value) -> head.add(14, new ProtoMessage().add(1, key).add(2, value)));
        return head;
    }

    private long graphBytes() {
        long bytes = graph.messages().stream().mapToLong(message -> message.length).sum();
        for (OnnxGraph.Weight weight : graph.weights()) {
            bytes += weightHead(weight).length + (long) weight.numbers() * Float.BYTES;
        }
        return bytes;
    }

    private static byte[] weightHead(OnnxGraph.Weight weight) {
        ProtoMessage head = new ProtoMessage();
        head.announce(INITIALIZER, weight.head().length + (long) weight.numbers() * Float.BYTES);
        byte[] key = head.toBytes();
        ByteBuffer all = ByteBuffer.allocate(key.length + weight.head().length);
        return all.put(key).put(weight.head()).array();
    }

    private static void write(OnnxGraph.Weight weight, OutputStream out) throws IOException {
        float[] numbers = weight.source().read();
        if (numbers.length != weight.numbers()) {
            throw new IllegalStateException(
                    "A weight of " + weight.numbers() + " numbers has " + numbers.length + ".");
        }
        ByteBuffer chunk = ByteBuffer.allocate(CHUNK).order(ByteOrder.LITTLE_ENDIAN);
        for (float number : numbers) {
            chunk.putFloat(number);
            if (!chunk.hasRemaining()) {
                out.write(chunk.array());
                chunk.clear();
            }
        }
        out.write(chunk.array(), 0, chunk.position());
    }
}
