package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;

/** Lines of a manifest.csv, as make_tiffs.py explains them, and sources that must equal them. */
public final class KnownPixels {

    private static final Region PART = new Region(5, 7, 23, 19);

    private KnownPixels() {}

    /** Compares layout, all pixels, and a part of the last plane. */
    public static void assertEqualTo(String line, PlaneSource source) throws IOException {
        String[] known = line.split(",");
        ImageLayout layout = source.layout();
        assertEquals(new Size(number(known[1]), number(known[2])), layout.size());
        assertEquals(
                new PlaneCounts(number(known[3]), number(known[4]), number(known[5])),
                layout.planes());
        assertEquals(PixelType.valueOf(known[6]), layout.type());
        assertEquals(known[7], all(source));
        assertEquals(known[8], part(source));
    }

    private static int number(String text) {
        return Integer.parseInt(text);
    }

    private static String all(PlaneSource source) throws IOException {
        CRC32 crc = new CRC32();
        ImageLayout layout = source.layout();
        for (int i = 0; i < layout.planes().total(); i++) {
            add(source.region(layout.planes().at(i), 0, Region.of(layout.size())), crc);
        }
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static String part(PlaneSource source) throws IOException {
        CRC32 crc = new CRC32();
        PlaneCounts planes = source.layout().planes();
        add(source.region(planes.at(planes.total() - 1), 0, PART), crc);
        return String.format(Locale.ROOT, "%08x", crc.getValue());
    }

    private static void add(PixelBlock block, CRC32 crc) {
        ByteBuffer bytes = ByteBuffer.allocate(12 * (int) block.size().area());
        for (int y = 0; y < block.size().height(); y++) {
            for (int x = 0; x < block.size().width(); x++) {
                float value = block.value(x, y);
                if (block.type() == PixelType.RGB) {
                    int color = (int) value;
                    bytes.putFloat(color >> 16).putFloat(color >> 8 & 255).putFloat(color & 255);
                } else {
                    bytes.putFloat(value);
                }
            }
        }
        crc.update(bytes.flip());
    }
}
