package sc.fiji.fastsam.imagej;

import ij.measure.Calibration;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import sc.fiji.fastsam.io.PixelsPerUnit;

/**
 * Between ImageJ's TIFF encoder and a file: puts the pixel size into the file with six digits or
 * more. ImageJ has it in millionths of a pixel per unit, which of pixels of 6500 nm are 153.
 */
final class ExactResolution extends OutputStream {

    /** The first directory and what it points to, but for pixels and colors, lie within. */
    private static final int HEAD = 1 << 16;

    private static final int FIRST_DIRECTORY = 8;
    private static final int ENTRY = 12;
    private static final int X_RESOLUTION = 282;
    private static final int Y_RESOLUTION = 283;

    private final OutputStream out;
    private final Calibration calibration;
    private ByteArrayOutputStream head = new ByteArrayOutputStream();

    ExactResolution(OutputStream out, Calibration calibration) {
        this.out = out;
        this.calibration = calibration;
    }

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        if (head == null) {
            out.write(bytes, from, count);
            return;
        }
        head.write(bytes, from, count);
        if (head.size() >= HEAD) {
            passHead();
        }
    }

    /** Passes on what is still here; to be called once all is written. */
    void finish() throws IOException {
        if (head != null) {
            passHead();
        }
        out.flush();
    }

    private void passHead() throws IOException {
        byte[] bytes = head.toByteArray();
        head = null;
        correct(ByteBuffer.wrap(bytes));
        out.write(bytes);
    }

    private void correct(ByteBuffer file) {
        file.order(file.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int entries = file.getShort(FIRST_DIRECTORY);
        for (int i = 0; i < entries; i++) {
            int entry = FIRST_DIRECTORY + Short.BYTES + i * ENTRY;
            int place = file.getInt(entry + 8);
            switch (file.getShort(entry)) {
                case X_RESOLUTION -> put(file, place, calibration.pixelWidth);
                case Y_RESOLUTION -> put(file, place, calibration.pixelHeight);
                default -> {}
            }
        }
    }

    private static void put(ByteBuffer file, int place, double extent) {
        PixelsPerUnit exact = PixelsPerUnit.of(Math.abs(extent));
        file.putInt(place, (int) exact.numerator()).putInt(place + 4, (int) exact.denominator());
    }
}
