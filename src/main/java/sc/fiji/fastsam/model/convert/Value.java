package sc.fiji.fastsam.model.convert;

/**
 * What a layer gives: [batch, channel, y, x].
 *
 * @param name in the graph
 * @param channels how many it has
 */
record Value(String name, int channels) {}
