package sc.fiji.fastsam.model.convert;

import java.util.List;
import sc.fiji.fastsam.model.checkpoint.CheckpointException;
import sc.fiji.fastsam.model.checkpoint.TorchModule;
import sc.fiji.fastsam.model.graph.Attribute;
import sc.fiji.fastsam.model.graph.OnnxGraph;

/** Blocks in which every place of the image looks at every other. */
final class AttentionBlocks {

    private AttentionBlocks() {}

    /** Halves, of which the second goes through the parts, joined. */
    static Value c2psa(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        Value first = network.append(module.child("cv1"), in);
        List<Value> halves = network.halves(first, module);
        Value deep = network.append(module.child("m"), halves.get(1));
        return network.append(module.child("cv2"), network.concat(List.of(halves.get(0), deep)));
    }

    /** Attention, then convolutions, each of which the input may be passed by. */
    static Value psa(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        Value value = in.get(0);
        for (String part : List.of("attn", "ffn")) {
            Value next = network.append(module.child(part), value);
            value = module.flag("add") ? network.sum(value, next, module) : next;
        }
        return value;
    }

    /**
     * Each head: values x softmax over the places looked at of (queries x keys x scale). To the
     * values a depth-wise convolution of theirs is added.
     */
    static Value attention(NetworkBuilder network, TorchModule module, List<Value> in)
            throws CheckpointException {
        int heads = module.integer("num_heads");
        int keys = module.integer("key_dim");
        int values = module.integer("head_dim");
        Value all = network.append(module.child("qkv"), in);
        if (all.channels() != (long) heads * (2L * keys + values)) {
            throw module.problem("has " + heads + " heads, which are not of its channels");
        }
        String perHead = network.reshape(all.name(), 0, heads, 2L * keys + values, -1);
        List<String> parts = network.split(perHead, 2, keys, keys, values);
        String weights = weights(network, module, parts);
        String seen = multiply(network, parts.get(2), transpose(network, weights));
        return network.append(
                module.child("proj"),
                network.sum(
                        likeImage(network, seen, heads * values, in.get(0)),
                        network.append(
                                module.child("pe"),
                                likeImage(network, parts.get(2), heads * values, in.get(0))),
                        module));
    }

    /** [batch, head, looking, looked at]. */
    private static String weights(NetworkBuilder network, TorchModule module, List<String> parts)
            throws CheckpointException {
        OnnxGraph graph = network.graph();
        String scale = graph.floats((float) module.number("scale"));
        String queries = graph.add("Mul", List.of(parts.get(0), scale));
        String likeness = multiply(network, transpose(network, queries), parts.get(1));
        return graph.add("Softmax", List.of(likeness), Attribute.of("axis", -1));
    }

    private static String transpose(NetworkBuilder network, String value) {
        return network.graph()
                .add("Transpose", List.of(value), Attribute.ofNumbers("perm", 0, 1, 3, 2));
    }

    private static String multiply(NetworkBuilder network, String a, String b) {
        return network.graph().add("MatMul", List.of(a, b));
    }

    /** [batch, head, channel, place] as [batch, channel, y, x] of another value's y and x. */
    private static Value likeImage(
            NetworkBuilder network, String value, int channels, Value image) {
        OnnxGraph graph = network.graph();
        String size =
                graph.add(
                        "Shape",
                        List.of(image.name()),
                        Attribute.of("start", 2),
                        Attribute.of("end", 4));
        String shape = network.concat(0, List.of(graph.integers(0, channels), size));
        return new Value(graph.add("Reshape", List.of(value, shape)), channels);
    }
}
