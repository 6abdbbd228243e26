package sc.fiji.fastsam.io;

/**
 * How pixels are held in memory: what ImageJ has. Other sample formats are converted on reading: 1
 * and 4 bits to 8 (values as stored), 12 bits to 16, signed and 32-bit and 64-bit integers and
 * doubles to {@link #FLOAT32}, with a note in {@link PlaneSource#notes} where precision is lost.
 */
public enum PixelType {
    /** 0 to 255; {@code byte[]}, read unsigned. */
    UINT8(1),
    /** 0 to 65535; {@code short[]}, read unsigned. */
    UINT16(2),
    /** {@code float[]}; may hold NaN and infinities. */
    FLOAT32(4),
    /** Red, green and blue of 8 bits; {@code int[]} of 0xffRRGGBB. */
    RGB(4);

    private final int bytesPerPixel;

    PixelType(int bytesPerPixel) {
        this.bytesPerPixel = bytesPerPixel;
    }

    /** Bytes that a pixel takes in memory. */
    public int bytesPerPixel() {
        return bytesPerPixel;
    }
}
