package sc.fiji.fastsam.settings;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The names of units as files have them, which often went through a wrong text encoding. */
public final class UnitText {

    private static final String MICRO = "\u00b5";

    /** UTF-8 read as Latin-1 or as Windows' set, even twice, sets foreign signs before the sign. */
    private static final Pattern FOREIGN = Pattern.compile("[\u0080-\uffff]+(?=[\u00b5\u03bc]m$)");

    private UnitText() {}

    /**
     * What was meant: "µm" of "Âµm", of "Î¼m" (UTF-8 that was read as Latin-1, once or twice) and
     * of its like, "pixel" of blank text; any other text as it is, without outer space.
     */
    public static String mended(String unit) {
        String text = unit == null ? "" : unit.strip();
        String decoded = decoded(text);
        while (!decoded.equals(text)) {
            text = decoded;
            decoded = decoded(text);
        }
        text = FOREIGN.matcher(text).replaceFirst("");
        // NB: the two bytes of the sign as DOS shows them; a sign that was lost.
        text = text.replace("\u252c\u2561", MICRO);
        if (text.equals("\ufffdm") || text.equals("?m") || text.equals("\ufffd\ufffdm")) {
            text = MICRO + "m";
        }
        return text.isEmpty() ? "pixel" : text;
    }

    /** Latin-1 bytes read as UTF-8; the text itself where they are none. */
    private static String decoded(String text) {
        if (text.chars().anyMatch(c -> c > 0xff)) {
            return text;
        }
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return text;
        }
    }
}
