package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What ImageJ keeps in tags 50838 and 50839 of the first page: display ranges, color tables, labels
 * and regions.
 */
public final class ImageJMetadata {

    private static final int MAGIC = 0x494a494a; // "IJIJ"
    private static final int MOST_ENTRIES = 1 << 20;

    private final Map<String, List<byte[]>> entries = new HashMap<>();
    private final ByteOrder order;

    private ImageJMetadata(ByteOrder order) {
        this.order = order;
    }

    /**
     * Empty where the page has none.
     *
     * @throws IOException if it makes no sense
     */
    static ImageJMetadata of(Ifd ifd) throws IOException {
        ImageJMetadata metadata = new ImageJMetadata(ifd.input().order());
        if (ifd.has(Tags.IMAGEJ_COUNTS) && ifd.has(Tags.IMAGEJ_DATA)) {
            long[] counts = ifd.numbers(Tags.IMAGEJ_COUNTS, MOST_ENTRIES);
            byte[] data = ifd.bytes(Tags.IMAGEJ_DATA);
            try {
                metadata.read(counts, ByteBuffer.wrap(data).order(ifd.input().order()));
            } catch (RuntimeException e) {
                throw Refusal.damaged(ifd.page(), "has ImageJ metadata that make no sense", e);
            }
        }
        return metadata;
    }

    private void read(long[] counts, ByteBuffer data) {
        if (counts.length == 0 || counts[0] < 12 || data.getInt(0) != MAGIC) {
            return;
        }
        int at = (int) counts[0];
        int next = 1;
        for (int head = 4; head + 8 <= counts[0]; head += 8) {
            String kind = kind(data.getInt(head));
            int number = data.getInt(head + 4);
            for (int i = 0; i < number; i++) {
                byte[] entry = new byte[Math.toIntExact(checked(counts[next], data.limit() - at))];
                next++;
                data.get(at, entry);
                entries.computeIfAbsent(kind, k -> new ArrayList<>()).add(entry);
                at += entry.length;
            }
        }
    }

    private static long checked(long length, int most) {
        if (length < 0 || length > most) {
            throw new IllegalArgumentException("An entry of " + length + " bytes.");
        }
        return length;
    }

    private static String kind(int code) {
        byte[] letters = ByteBuffer.allocate(4).putInt(code).array();
        return new String(letters, StandardCharsets.ISO_8859_1);
    }

    private List<byte[]> all(String kind) {
        return entries.getOrDefault(kind, List.of());
    }

    private List<String> texts(String kind) {
        Charset set =
                order == ByteOrder.BIG_ENDIAN
                        ? StandardCharsets.UTF_16BE
                        : StandardCharsets.UTF_16LE;
        return all(kind).stream().map(bytes -> new String(bytes, set)).toList();
    }

    /** The image's "Info" property; "" where there is none. */
    public String info() {
        return texts("info").stream().findFirst().orElse("");
    }

    /** Labels of the planes; may be fewer than there are planes. */
    public List<String> labels() {
        return texts("labl");
    }

    /** Keys and values in turn. */
    public List<String> properties() {
        return texts("prop");
    }

    /** Smallest and largest shown value of each channel in turn; may be empty. */
    public double[] ranges() {
        List<byte[]> found = all("rang");
        if (found.isEmpty()) {
            return new double[0];
        }
        ByteBuffer data = ByteBuffer.wrap(found.get(0)).order(order);
        double[] ranges = new double[data.limit() / 8];
        data.asDoubleBuffer().get(ranges);
        return ranges;
    }

    /** Color table of each channel: 256 reds, greens and blues; may be empty. */
    public List<byte[]> colorTables() {
        return all("luts").stream().filter(table -> table.length == 768).toList();
    }

    /** The image's selection, as ImageJ encodes it; may be empty. */
    public List<byte[]> selection() {
        return all("roi ");
    }

    /** Elements of the overlay, as ImageJ encodes them; may be empty. */
    public List<byte[]> overlay() {
        return all("over");
    }
}
