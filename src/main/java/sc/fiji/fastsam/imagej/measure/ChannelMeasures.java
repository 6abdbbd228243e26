package sc.fiji.fastsam.imagej.measure;

/**
 * What is measured of an object's values in a channel.
 *
 * @param channel counted from 1
 * @param measures {@link Measure#OF_VALUES}
 */
public record ChannelMeasures(int channel, ObjectMeasures measures) {}
