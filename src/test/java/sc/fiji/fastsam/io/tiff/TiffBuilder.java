package sc.fiji.fastsam.io.tiff;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes classic little-endian TIFFs tag by tag, also such as no honest writer makes. */
final class TiffBuilder {

    private static final int SHORT = 3;
    private static final int LONG = 4;

    private final ByteArrayOutputStream data = new ByteArrayOutputStream();
    private final List<Map<Integer, Tag>> pages = new ArrayList<>();

    private record Tag(int type, int count, byte[] bytes) {}

    TiffBuilder() {
        data.writeBytes(new byte[8]);
    }

    /** Begins a page of 8-bit gray pixels in one strip. */
    TiffBuilder page(int width, int height, byte[] strip) {
        pages.add(new TreeMap<>());
        number(Tags.WIDTH, width).number(Tags.HEIGHT, height).number(Tags.BITS_PER_SAMPLE, 8);
        number(Tags.COMPRESSION, 1).number(Tags.PHOTOMETRIC, 1).number(Tags.ROWS_PER_STRIP, height);
        return strips(strip);
    }

    /** Puts data into the file and makes them the page's strips. */
    TiffBuilder strips(byte[]... strips) {
        int[] offsets = new int[strips.length];
        int[] counts = new int[strips.length];
        for (int i = 0; i < strips.length; i++) {
            offsets[i] = data.size();
            counts[i] = strips[i].length;
            data.writeBytes(strips[i]);
        }
        return longs(Tags.STRIP_OFFSETS, offsets).longs(Tags.STRIP_BYTE_COUNTS, counts);
    }

    /** Makes the page one of a single tile in place of strips. */
    TiffBuilder tile(int width, int height, byte[] tile) {
        strips(tile);
        Map<Integer, Tag> page = pages.get(pages.size() - 1);
        page.put(Tags.TILE_OFFSETS, page.remove(Tags.STRIP_OFFSETS));
        page.put(Tags.TILE_BYTE_COUNTS, page.remove(Tags.STRIP_BYTE_COUNTS));
        return number(Tags.TILE_WIDTH, width).number(Tags.TILE_HEIGHT, height);
    }

    TiffBuilder number(int tag, int value) {
        return longs(tag, value);
    }

    TiffBuilder longs(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        return put(tag, LONG, values.length, bytes.array());
    }

    TiffBuilder shorts(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return put(tag, SHORT, values.length, bytes.array());
    }

    TiffBuilder text(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        return put(tag, 2, bytes.length, bytes);
    }

    TiffBuilder bytes(int tag, byte[] bytes) {
        return put(tag, 1, bytes.length, bytes);
    }

    /** A tag that claims more values than there are. */
    TiffBuilder claim(int tag, int count) {
        return put(tag, LONG, count, new byte[] {8, 0, 0, 0});
    }

    private TiffBuilder put(int tag, int type, int count, byte[] bytes) {
        pages.get(pages.size() - 1).put(tag, new Tag(type, count, bytes));
        return this;
    }

    Path write(Path file) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
        List<byte[]> directories = new ArrayList<>();
        int at = data.size();
        int first = at;
        for (int i = 0; i < pages.size(); i++) {
            byte[] directory = directory(pages.get(i), at, i == pages.size() - 1);
            directories.add(directory);
            at += directory.length;
        }
        byte[] all = data.toByteArray();
        header.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(first);
        System.arraycopy(header.array(), 0, all, 0, 8);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(all);
        directories.forEach(out::writeBytes);
        return Files.write(file, out.toByteArray());
    }

    private static byte[] directory(Map<Integer, Tag> tags, int start, boolean last) {
        int head = 6 + 12 * tags.size();
        int length = head + tags.values().stream().mapToInt(t -> t.bytes.length + 4).sum();
        ByteBuffer out = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        out.putShort((short) tags.size());
        int[] rest = {head};
        tags.forEach(
                (number, tag) -> {
                    out.putShort((short) (int) number).putShort((short) tag.type);
                    out.putInt(tag.count);
                    if (tag.bytes.length <= 4) {
                        out.put(tag.bytes).position(out.position() + 4 - tag.bytes.length);
                    } else {
                        out.putInt(start + rest[0]);
                        out.put(rest[0], tag.bytes);
                        rest[0] += tag.bytes.length;
                    }
                });
        return out.putInt(last ? 0 : start + length).array();
    }
}
