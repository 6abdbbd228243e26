package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.util.Optional;
import sc.fiji.fastsam.io.ColorTable;
import sc.fiji.fastsam.io.PixelType;

/** Colors in which a page wants its gray values shown. */
final class Colors {

    private Colors() {}

    /**
     * The palette of a page of up to 8 bits; the inverted table where white is zero; a table of 256
     * colors that ImageJ put beside deeper pixels; else empty.
     *
     * @throws IOException if the palette is not whole
     */
    static Optional<ColorTable> of(Page page) throws IOException {
        Samples samples = page.samples();
        if (samples.photometric() == Samples.WHITE_IS_ZERO) {
            return Optional.of(ColorTable.inverted());
        }
        boolean palette = samples.photometric() == Samples.PALETTE;
        if (palette && samples.type() == PixelType.UINT8) {
            return Optional.of(palette(page, 1 << samples.bits()));
        }
        boolean table = page.ifd().count(Tags.COLOR_MAP) == 3 * ColorTable.ENTRIES;
        return table && samples.channels() == 1 && !samples.isRgb()
                ? Optional.of(palette(page, ColorTable.ENTRIES))
                : Optional.empty();
    }

    private static ColorTable palette(Page page, int entries) throws IOException {
        long[] map = page.ifd().numbers(Tags.COLOR_MAP, 3L * entries);
        if (map.length != 3 * entries) {
            throw Refusal.damaged(
                    page.number(),
                    "has a palette of " + map.length + " numbers, not " + 3 * entries);
        }
        int shift = isEightBit(map) ? 0 : 8;
        int[] colors = new int[ColorTable.ENTRIES];
        for (int i = 0; i < entries; i++) {
            int color = 0;
            for (int component = 0; component < 3; component++) {
                color = color << 8 | (int) (map[component * entries + i] >> shift) & 0xff;
            }
            // NB: the values of a 1-bit page are 0 and 255.
            colors[entries == 2 ? 255 * i : i] = color;
        }
        return ColorTable.of(colors);
    }

    /** Some writers store 0 to 255 where TIFF wants 0 to 65535. */
    private static boolean isEightBit(long[] map) {
        for (long value : map) {
            if (value > 255) {
                return false;
            }
        }
        return true;
    }
}
