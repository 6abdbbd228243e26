package sc.fiji.fastsam.imagej.measure;

/**
 * What is measured of an object's values in a channel.
 *
 * @param name of the channel
 * @param measures {@link ChannelName#measures} at least
 */
public record ChannelMeasures(ChannelName name, ObjectMeasures measures) {}
