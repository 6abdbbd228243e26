package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The short elements of a DICOM file's top level, up to its pixels. */
final class DicomTags {

    static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";

    /** Transfer syntaxes without compression. */
    static final Set<String> PLAIN = Set.of(IMPLICIT, "1.2.840.10008.1.2.1", BIG_ENDIAN);

    private static final int PIXELS = 0x7fe00010;
    private static final int SYNTAX = 0x00020010;
    private static final int LONGEST = 4096;
    private static final long UNDEFINED = 0xffffffffL;
    private static final Set<String> LONG_LENGTHS =
            Set.of("OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UN", "UR", "UT", "SV", "UV");

    private final FileChannel channel;
    private final Map<Integer, byte[]> values = new HashMap<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean explicit = true;
    private long at = 132;
    private long pixelOffset;
    private long pixelLength;

    private DicomTags(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * @throws IOException if the elements make no sense or there are no pixels
     */
    static DicomTags of(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            DicomTags tags = new DicomTags(channel);
            tags.read();
            return tags;
        }
    }

    private void read() throws IOException {
        int depth = 0;
        while (pixelOffset == 0) {
            if (at + 8 > channel.size()) {
                throw Refusal.cut("it has no pixels");
            }
            int tag = tag();
            boolean item = tag >>> 16 == 0xfffe;
            String kind = explicit(tag) && !item ? text2(at + 4) : "";
            long length = length(kind, item || !explicit(tag));
            if (item) {
                // NB: items of sequences are walked through, those at the top level count.
                depth += tag == 0xfffee0dd ? -1 : 0;
                at += length == UNDEFINED || tag != 0xfffee000 ? 0 : depth > 0 ? 0 : length;
            } else if (length == UNDEFINED && tag != PIXELS) {
                depth++;
            } else {
                element(tag, length, depth);
            }
        }
    }

    private boolean explicit(int tag) {
        return explicit || tag >>> 16 == 2;
    }

    private int tag() throws IOException {
        ByteBuffer buffer = bytes(at, 4);
        int group = buffer.getShort(0) & 0xffff;
        if (group != 2 && group != 0xfffe && values.containsKey(SYNTAX)) {
            chooseSyntax();
            buffer.order(order);
        }
        return (buffer.getShort(0) & 0xffff) << 16 | buffer.getShort(2) & 0xffff;
    }

    private void chooseSyntax() throws IOException {
        String syntax = text(SYNTAX, IMPLICIT);
        explicit = !syntax.equals(IMPLICIT);
        order = syntax.equals(BIG_ENDIAN) ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    private String text2(long position) throws IOException {
        return new String(bytes(position, 2).array(), StandardCharsets.ISO_8859_1);
    }

    /** Length of the element's value; moves on to the value. */
    private long length(String kind, boolean plain) throws IOException {
        long length;
        if (plain) {
            length = bytes(at + 4, 4).getInt(0) & 0xffffffffL;
            at += 8;
        } else if (LONG_LENGTHS.contains(kind)) {
            length = bytes(at + 8, 4).getInt(0) & 0xffffffffL;
            at += 12;
        } else {
            length = bytes(at + 6, 2).getShort(0) & 0xffff;
            at += 8;
        }
        return length;
    }

    private void element(int tag, long length, int depth) throws IOException {
        if (tag == PIXELS && depth <= 0) {
            pixelOffset = at;
            pixelLength = length;
            return;
        }
        if (length == UNDEFINED || length > channel.size() - at) {
            throw Refusal.cut(String.format(Locale.ROOT, "its element %08x is not all there", tag));
        }
        if (depth <= 0 && length <= LONGEST) {
            values.put(tag, bytes(at, (int) length).array());
        }
        at += length;
    }

    private ByteBuffer bytes(long position, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(order);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer, position + buffer.position()) < 0) {
                throw Refusal.cut("its header ends early");
            }
        }
        return buffer;
    }

    ByteOrder order() {
        return order;
    }

    long pixelOffset() {
        return pixelOffset;
    }

    /** Bytes; 2^32 - 1 where the pixels are compressed. */
    long pixelLength() {
        return pixelLength;
    }

    String text(int tag, String otherwise) {
        byte[] value = values.get(tag);
        return value == null
                ? otherwise
                : new String(value, StandardCharsets.ISO_8859_1).replace('\0', ' ').strip();
    }

    /** A short number, or one in digits. */
    int number(int tag, int otherwise) throws IOException {
        byte[] value = values.get(tag);
        if (value == null || value.length == 0) {
            return otherwise;
        }
        if (tag == 0x00280008) {
            return (int) real(tag, otherwise);
        }
        if (value.length < 2) {
            throw Refusal.damaged(String.format(Locale.ROOT, "its element %08x is too short", tag));
        }
        return ByteBuffer.wrap(value).order(order).getShort(0) & 0xffff;
    }

    double real(int tag, double otherwise) throws IOException {
        List<Double> values = reals(tag);
        return values.isEmpty() ? otherwise : values.get(0);
    }

    /** Numbers in digits. */
    List<Double> reals(int tag) throws IOException {
        List<Double> reals = new ArrayList<>();
        String text = text(tag, "");
        for (String number : text.isEmpty() ? new String[0] : text.split("\\\\")) {
            try {
                reals.add(Double.parseDouble(number.strip()));
            } catch (NumberFormatException e) {
                throw Refusal.damaged("its element says \"" + number + "\"", e);
            }
        }
        return reals;
    }
}
