package sc.fiji.fastsam.io.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * FITS images: the first one, whatever tables are before it, scaled by BSCALE and BZERO. The first
 * row that is stored is the lowest, as in ImageJ. Source: FITS standard 4.0, sections 3 to 5.
 */
public final class FitsFile {

    private static final int BLOCK = 2880;
    private static final int CARD = 80;
    private static final int MOST_BLOCKS = 10_000;

    private final FileChannel channel;
    private final Map<String, String> cards = new HashMap<>();
    private long at;

    private FitsFile(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Opens the image.
     *
     * @throws IOException if the file is damaged, cut short, or holds no image
     */
    public static PlaneSource open(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            return new FitsFile(channel).source(file);
        }
    }

    private PlaneSource source(Path file) throws IOException {
        readHeader();
        while (!isImage()) {
            at += (long) dataBytes();
            if (at >= channel.size()) {
                throw new IOException("is a FITS file without an image. Check what it holds.");
            }
            cards.clear();
            readHeader();
        }
        int width = side("NAXIS1");
        int height = side("NAXIS2");
        FlatPixels pixels = new FlatPixels(at, new Size(width, height), 1, number(), true);
        ImageLayout layout =
                ImageLayout.of(pixels.size(), pixels.type())
                        .withPlanes(new PlaneCounts(1, planes(), 1));
        return FlatSource.open(file, pixels, layout);
    }

    /** False of a header alone and of tables, but for one that is an image compressed. */
    private boolean isImage() throws IOException {
        String kind = text("XTENSION");
        if (kind.equals("BINTABLE") && text("ZIMAGE").equals("T")) {
            throw new IOException("holds a compressed image. Uncompress it (funpack).");
        }
        return number("NAXIS", 0) >= 2 && (kind.isEmpty() || kind.endsWith("IMAGE"));
    }

    private int planes() throws IOException {
        long planes = 1;
        for (int axis = 3; axis <= number("NAXIS", 0); axis++) {
            planes *= side("NAXIS" + axis);
            if (planes > Integer.MAX_VALUE) {
                throw Refusal.damaged("it declares more than 2^31 planes");
            }
        }
        return (int) planes;
    }

    private void readHeader() throws IOException {
        for (int block = 0; block < MOST_BLOCKS; block++) {
            byte[] bytes = new byte[BLOCK];
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                if (channel.read(buffer, at + buffer.position()) < 0) {
                    throw Refusal.cut("its header has no end");
                }
            }
            at += BLOCK;
            if (readCards(new String(bytes, StandardCharsets.ISO_8859_1))) {
                return;
            }
        }
        throw Refusal.damaged("its header has no end");
    }

    /** True after the last card. */
    private boolean readCards(String block) {
        for (int i = 0; i < BLOCK; i += CARD) {
            String card = block.substring(i, i + CARD);
            String key = card.substring(0, 8).strip();
            if (key.equals("END")) {
                return true;
            }
            if (card.startsWith("= ", 8)) {
                cards.putIfAbsent(key, card.substring(10).split("/", 2)[0].strip());
            }
        }
        return false;
    }

    private String text(String key) {
        return cards.getOrDefault(key, "").replace("'", "").strip();
    }

    private double number(String key, double otherwise) throws IOException {
        String text = text(key).replace('D', 'E');
        try {
            return text.isEmpty() ? otherwise : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw Refusal.damaged("its " + key + " is \"" + text + "\"", e);
        }
    }

    private int side(String key) throws IOException {
        double side = number(key, 0);
        if (!(side >= 1 && side <= Integer.MAX_VALUE)) {
            throw Refusal.damaged("its " + key + " is " + text(key));
        }
        return (int) side;
    }

    private double dataBytes() throws IOException {
        double values = number("NAXIS", 0) == 0 ? 0 : 1;
        for (int axis = 1; axis <= number("NAXIS", 0); axis++) {
            values *= Math.max(0, number("NAXIS" + axis, 0));
        }
        double bytes = values * Math.abs(number("BITPIX", 8)) / 8 + number("PCOUNT", 0);
        return Math.ceil(bytes / BLOCK) * BLOCK;
    }

    private FlatPixels.Number number() throws IOException {
        int bits = (int) number("BITPIX", 0);
        char kind = bits < 0 ? 'f' : bits == 8 ? 'u' : 's';
        boolean known = bits == 8 || bits == 16 || Math.abs(bits) == 32 || Math.abs(bits) == 64;
        if (!known) {
            throw Refusal.damaged("its BITPIX is " + text("BITPIX"));
        }
        return new FlatPixels.Number(
                Math.abs(bits),
                Math.abs(bits),
                kind,
                ByteOrder.BIG_ENDIAN,
                number("BSCALE", 1),
                number("BZERO", 0),
                bits < 0 ? Double.NaN : number("BLANK", Double.NaN));
    }
}
