package sc.fiji.fastsam.model.convert;

import java.util.ArrayList;
import java.util.List;
import sc.fiji.fastsam.model.graph.Attribute;
import sc.fiji.fastsam.model.graph.OnnxGraph;

/**
 * Where the candidates of all levels sit, computed in the graph for images of any size.
 *
 * @param centers [1, 2, N]: x and y of each candidate's cell, its middle, in strides
 * @param strides [1, 1, N]: of each candidate's level, in network pixels
 */
record Places(String centers, String strides) {

    static Places of(NetworkBuilder network, List<Value> levels, float[] strides) {
        List<String> centers = new ArrayList<>();
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            String ones = ones(network.graph(), levels.get(i));
            String x = middles(network, ones, 3);
            String y = middles(network, ones, 2);
            centers.add(network.concat(1, List.of(x, y)));
            String step =
                    network.graph().add("Mul", List.of(ones, network.graph().floats(strides[i])));
            steps.add(network.reshape(step, 1, 1, -1));
        }
        return new Places(network.concat(2, centers), network.concat(2, steps));
    }

    /** [1, 1, y, x] of a level's y and x. */
    private static String ones(OnnxGraph graph, Value level) {
        String size =
                graph.add(
                        "Shape",
                        List.of(level.name()),
                        Attribute.of("start", 2),
                        Attribute.of("end", 4));
        String shape =
                graph.add("Concat", List.of(graph.integers(1, 1), size), Attribute.of("axis", 0));
        return graph.add("ConstantOfShape", List.of(shape), Attribute.ofTensor("value", 1));
    }

    /** 0.5, 1.5, 2.5, ... along an axis: [1, 1, N]. */
    private static String middles(NetworkBuilder network, String ones, int axis) {
        OnnxGraph graph = network.graph();
        String counted = graph.add("CumSum", List.of(ones, graph.integers(axis)));
        String middles = graph.add("Sub", List.of(counted, graph.floats(0.5f)));
        return network.reshape(middles, 1, 1, -1);
    }
}
