package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The short elements of a DICOM file's top level, up to its pixels; and what the functional groups
 * of one with several frames say of all of them. Source: DICOM PS3.3 (C.7.6.16) and PS3.5.
 */
final class DicomTags {

    static final String IMPLICIT = "1.2.840.10008.1.2";
    private static final String BIG_ENDIAN = "1.2.840.10008.1.2.2";

    /** Transfer syntaxes without compression. */
    static final Set<String> PLAIN = Set.of(IMPLICIT, "1.2.840.10008.1.2.1", BIG_ENDIAN);

    private static final int ITEM = 0xfffee000;
    private static final int SEQUENCE_END = 0xfffee0dd;

    /** Functional groups of all frames, and of each. */
    private static final Set<Integer> GROUPS = Set.of(0x52009229, 0x52009230);

    /** The groups with the sizes of pixels and with what their values mean. */
    private static final Set<Integer> READ_GROUPS = Set.of(0x00289110, 0x00289145);

    /** What is taken from there: extents, intercept and slope. */
    private static final Set<Integer> GROUPED =
            Set.of(0x00180050, 0x00180088, 0x00280030, 0x00281052, 0x00281053);

    private static final int PIXELS = 0x7fe00010;
    private static final int SYNTAX = 0x00020010;
    private static final int LONGEST = 4096;
    private static final long UNDEFINED = 0xffffffffL;
    private static final Set<String> LONG_LENGTHS =
            Set.of("OB", "OW", "OF", "OD", "OL", "OV", "SQ", "UC", "UN", "UR", "UT", "SV", "UV");

    private final FileChannel channel;
    private final Map<Integer, byte[]> values = new HashMap<>();
    private final Set<Integer> present = new HashSet<>();
    private final Map<Integer, Set<ByteBuffer>> grouped = new HashMap<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private boolean explicit = true;
    private long at = 132;
    private long pixelOffset;
    private long pixelLength;
    private int depth;
    private int walkedTag;
    private final Inside groups = new Inside();
    private final Inside readGroup = new Inside();

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
        while (pixelOffset == 0) {
            if (at + 8 > channel.size()) {
                throw Refusal.cut("it has no pixels");
            }
            int tag = tag();
            boolean item = tag >>> 16 == 0xfffe;
            String kind = explicit(tag) && !item ? text2(at + 4) : "";
            long length = length(kind, item || !explicit(tag));
            if (item) {
                item(tag, length);
            } else if (isWalked(tag, length)) {
                begin(tag, length);
            } else {
                element(tag, length);
            }
        }
    }

    private boolean isWalked(int tag, long length) {
        return length == UNDEFINED && tag != PIXELS
                || depth <= 0 && GROUPS.contains(tag)
                || groups.isOpen() && READ_GROUPS.contains(tag);
    }

    /** NB: items of sequences are walked through, those at the top level count. */
    private void item(int tag, long length) {
        if (tag == SEQUENCE_END) {
            depth--;
            groups.end();
            readGroup.end();
        }
        if (tag == ITEM) {
            present.add(walkedTag);
        }
        boolean walked = length == UNDEFINED || tag != ITEM || depth > 0 || groups.isOpen();
        at += walked ? 0 : length;
    }

    private void begin(int tag, long length) {
        if (groups.isOpen() && READ_GROUPS.contains(tag)) {
            readGroup.begin(length);
        } else if (depth <= 0 && !groups.isOpen()) {
            walkedTag = tag;
            if (GROUPS.contains(tag)) {
                groups.begin(length);
            }
        }
        depth += length == UNDEFINED ? 1 : 0;
    }

    /** Whether the walk is inside of a sequence, whose end is told by its length or its depth. */
    private final class Inside {

        private long end;
        private int openDepth;

        void begin(long length) {
            if (length == UNDEFINED) {
                openDepth = depth + 1;
            } else {
                end = at + length;
            }
        }

        void end() {
            openDepth = depth < openDepth ? 0 : openDepth;
        }

        boolean isOpen() {
            return at < end || openDepth > 0;
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

    private void element(int tag, long length) throws IOException {
        if (tag == PIXELS && depth <= 0) {
            pixelOffset = at;
            pixelLength = length;
            return;
        }
        if (length == UNDEFINED || length > channel.size() - at) {
            throw Refusal.cut(String.format(Locale.ROOT, "its element %08x is not all there", tag));
        }
        if (readGroup.isOpen() && GROUPED.contains(tag) && length <= LONGEST) {
            ByteBuffer value = bytes(at, (int) length).clear();
            grouped.computeIfAbsent(tag, key -> new HashSet<>()).add(value);
        } else if (depth <= 0 && !groups.isOpen() && length > 0) {
            present.add(tag);
            if (length <= LONGEST) {
                values.put(tag, bytes(at, (int) length).array());
            }
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

    /** True for a tag of the top level that is not empty, also one of a sequence. */
    boolean has(int tag) {
        return present.contains(tag);
    }

    /** True where functional groups say several things and the top level says nothing. */
    boolean isAmbiguous(int tag) {
        return !has(tag) && grouped.getOrDefault(tag, Set.of()).size() > 1;
    }

    /** By the top level, else by the functional groups, where they agree. */
    private Optional<byte[]> value(int tag) {
        Set<ByteBuffer> others = grouped.getOrDefault(tag, Set.of());
        return has(tag) || others.size() != 1
                ? Optional.ofNullable(values.get(tag))
                : Optional.of(others.iterator().next().array());
    }

    String text(int tag, String otherwise) {
        return value(tag)
                .map(value -> new String(value, StandardCharsets.ISO_8859_1))
                .map(text -> text.replace('\0', ' ').strip())
                .orElse(otherwise);
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
