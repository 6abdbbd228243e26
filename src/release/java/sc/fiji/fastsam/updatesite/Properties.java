package sc.fiji.fastsam.updatesite;

import java.io.ByteArrayOutputStream;

/** Properties files as Fiji's updater reads them for a checksum: comments, and dates, left out. */
final class Properties {

    private Properties() {}

    /**
     * Every line that starts with {@code #} shrinks to its line feed.
     *
     * <p>NB: but for one after an empty line, or after a line of {@code #} alone: the updater takes
     * such a line for no start of a line, and after two of them it is right again.
     */
    static byte[] withoutComments(byte[] text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length);
        boolean start = true;
        for (int from = 0; from < text.length; ) {
            int end = endOfLine(text, from);
            int next = Math.min(end + 1, text.length);
            if (start && from < end && text[from] == '#') {
                out.write(text, end, next - end);
                start = !isAllHashes(text, from, end);
            } else {
                out.write(text, from, next - from);
                start = !start || from < end;
            }
            from = next;
        }
        return out.toByteArray();
    }

    /** Index of the line feed, or of the text's end. */
    private static int endOfLine(byte[] text, int from) {
        int i = from;
        while (i < text.length && text[i] != '\n') {
            i++;
        }
        return i;
    }

    private static boolean isAllHashes(byte[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] != '#') {
                return false;
            }
        }
        return true;
    }
}
