package sc.fiji.fastsam.io.tiff;

/**
 * Huffman codes of a Deflate block of labels: one bit for the longest match, 7 for other lengths, 9
 * for the first 31 bytes and 10 for the others; one bit for each of two distances, the label before
 * and the row above.
 */
final class LabelCodes {

    private static final int END = 256;
    private static final int FIRST_LENGTH = 257;
    private static final int LONGEST = 285;
    private static final int SHORT_BYTES = 31;

    /** Bits of the codes for bits of codes, which all have 3. */
    private static final int[] LENGTHS = {0, 1, 7, 9, 10, 16, 17, 18};

    /** The order in which a block names those. */
    private static final int[] ORDER = {
        16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
    };

    private static final int COPY = 16;
    private static final int FEW_ZEROS = 17;
    private static final int[] CODES = codes();

    private final Distance left;
    private final Distance above;

    /** A distance: its symbol, and the bits that follow the symbol. */
    private record Distance(int symbol, int extra, int extraBits) {

        static Distance of(int bytes) {
            int rest = bytes - 1;
            int extraBits = Math.max(0, 30 - Integer.numberOfLeadingZeros(rest));
            int symbol = 2 * extraBits + (rest >> extraBits);
            return new Distance(symbol, rest & (1 << extraBits) - 1, extraBits);
        }
    }

    /**
     * @param left the shorter distance in bytes
     * @param above the longer one
     */
    LabelCodes(int left, int above) {
        this.left = Distance.of(left);
        this.above = Distance.of(above);
    }

    private static int bits(int symbol) {
        if (symbol <= END) {
            return symbol < SHORT_BYTES ? 9 : 10;
        }
        return symbol == LONGEST ? 1 : 7;
    }

    /** Codes in the order of their lengths and symbols, their bits turned round. */
    private static int[] codes() {
        int[] codes = new int[LONGEST + 1];
        int next = 0;
        int last = 1;
        for (int length : new int[] {1, 7, 9, 10}) {
            next <<= length - last;
            last = length;
            for (int symbol = 0; symbol <= LONGEST; symbol++) {
                if (bits(symbol) == length) {
                    codes[symbol] = Integer.reverse(next) >>> 32 - length;
                    next++;
                }
            }
        }
        return codes;
    }

    /** Begins a block, the last of its stream. */
    void putTable(DeflateBits out) {
        out.put(0b101, 3);
        out.put(LONGEST + 1 - 257, 5);
        out.put(above.symbol(), 5);
        out.put(ORDER.length - 4, 4);
        for (int length : ORDER) {
            out.put(code(length) < 0 ? 0 : 3, 3);
        }
        putLengths(out, 9, SHORT_BYTES);
        putLengths(out, 10, END + 1 - SHORT_BYTES);
        putLengths(out, 7, LONGEST - FIRST_LENGTH);
        putLengths(out, 1, 1);
        putZeros(out, left.symbol());
        putLengths(out, 1, 1);
        putZeros(out, above.symbol() - left.symbol() - 1);
        putLengths(out, 1, 1);
    }

    private static int code(int length) {
        for (int i = 0; i < LENGTHS.length; i++) {
            if (LENGTHS[i] == length) {
                return Integer.reverse(i) >>> 29;
            }
        }
        return -1;
    }

    private static void putLengths(DeflateBits out, int length, int count) {
        out.put(code(length), 3);
        int more = count - 1;
        for (; more >= 3; more -= Math.min(6, more)) {
            out.put(code(COPY), 3);
            out.put(Math.min(6, more) - 3, 2);
        }
        for (; more > 0; more--) {
            out.put(code(length), 3);
        }
    }

    private static void putZeros(DeflateBits out, int count) {
        int more = count;
        for (; more >= 3; more -= Math.min(10, more)) {
            out.put(code(FEW_ZEROS), 3);
            out.put(Math.min(10, more) - 3, 3);
        }
        for (; more > 0; more--) {
            out.put(code(0), 3);
        }
    }

    void putByte(DeflateBits out, int value) {
        put(out, value);
    }

    void putEnd(DeflateBits out) {
        put(out, END);
    }

    private static void put(DeflateBits out, int symbol) {
        out.put(CODES[symbol], bits(symbol));
    }

    /** A match of 258 bytes. */
    void putLongest(DeflateBits out, boolean isAbove) {
        put(out, LONGEST);
        putDistance(out, isAbove);
    }

    /**
     * @param length 3 to 257
     */
    void putMatch(DeflateBits out, int length, boolean isAbove) {
        int rest = length - 3;
        int extraBits = Math.max(0, 29 - Integer.numberOfLeadingZeros(rest));
        put(out, FIRST_LENGTH + 4 * extraBits + (rest >> extraBits));
        out.put(rest & (1 << extraBits) - 1, extraBits);
        putDistance(out, isAbove);
    }

    private void putDistance(DeflateBits out, boolean isAbove) {
        Distance distance = isAbove ? above : left;
        out.put(isAbove ? 1 : 0, 1);
        out.put(distance.extra(), distance.extraBits());
    }
}
