package sc.fiji.fastsam.text;

import sc.fiji.fastsam.geometry.Size;

/**
 * An 8-bit color image, as CLIP takes it. Channels are red, green, blue; values are row-major (x
 * fastest), unsigned.
 *
 * @param size in pixels
 * @param channels three arrays of width x height bytes; not copied
 */
public record Picture(Size size, byte[][] channels) {

    /**
     * @throws IllegalArgumentException if there are not three arrays of width x height
     */
    public Picture {
        if (channels.length != 3) {
            throw new IllegalArgumentException(
                    "An image must have 3 channels, but has " + channels.length + ".");
        }
        for (byte[] channel : channels) {
            if (channel.length != size.area()) {
                throw new IllegalArgumentException(
                        "An image of "
                                + size
                                + " needs "
                                + size.area()
                                + " bytes a channel, but has "
                                + channel.length
                                + ".");
            }
        }
    }

    /** The byte of a value 0..1, rounded; beyond that the nearest, 0 for NaN. */
    static byte toByte(float value) {
        return (byte) (Math.max(0, Math.min(1, value)) * 255 + 0.5f);
    }
}
