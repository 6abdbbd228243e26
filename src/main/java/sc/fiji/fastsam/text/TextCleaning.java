package sc.fiji.fastsam.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a text into the form that CLIP's tokens are made of: straight quotes, no ligatures, no
 * full-width forms, no control characters, HTML's entities resolved twice, white space collapsed,
 * composed (NFC), lower case.
 *
 * <p>NB: the reference also repairs texts that were decoded wrongly ("Ã¤"); those stay as they are.
 */
final class TextCleaning {

    private static final Pattern SINGLE_QUOTES = Pattern.compile("[\u02bc\u2018-\u201b]");
    private static final Pattern DOUBLE_QUOTES = Pattern.compile("[\u201c-\u201f]");
    private static final Pattern CONTROLS =
            Pattern.compile("[\\x00-\\x08\\x0b\\x0e-\\x1f\\x7f\u206a-\u206f\ufeff\ufff9-\ufffc]+");
    private static final Pattern COMPATIBLE =
            Pattern.compile(
                    "[\u0132\u0133\u0149\u01c4-\u01cc\u01f1-\u01f3\ufb00-\ufb06\uff01-\uffef\u3000]");
    private static final Pattern SPACE = Pattern.compile("\\s+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,6}));");
    private static final Map<String, String> ENTITIES =
            Map.ofEntries(
                    Map.entry("lt", "<"),
                    Map.entry("gt", ">"),
                    Map.entry("quot", "\""),
                    Map.entry("amp", "&"),
                    Map.entry("apos", "'"),
                    Map.entry("nbsp", "\u00a0"),
                    Map.entry("deg", "\u00b0"),
                    Map.entry("plusmn", "\u00b1"),
                    Map.entry("micro", "\u00b5"),
                    Map.entry("times", "\u00d7"),
                    Map.entry("ndash", "\u2013"),
                    Map.entry("mdash", "\u2014"),
                    Map.entry("hellip", "\u2026"),
                    Map.entry("alpha", "\u03b1"),
                    Map.entry("beta", "\u03b2"),
                    Map.entry("gamma", "\u03b3"),
                    Map.entry("mu", "\u03bc"));

    private TextCleaning() {}

    static String clean(String text) {
        String plain = COMPATIBLE.matcher(text).replaceAll(TextCleaning::compatible);
        plain = SINGLE_QUOTES.matcher(plain).replaceAll("'");
        plain = DOUBLE_QUOTES.matcher(plain).replaceAll("\"");
        plain = CONTROLS.matcher(plain).replaceAll("");
        plain = Normalizer.normalize(plain, Normalizer.Form.NFC);
        plain = unescape(unescape(plain));
        return collapse(plain).toLowerCase(Locale.ROOT);
    }

    private static String collapse(String text) {
        return SPACE.matcher(text).replaceAll(" ").strip();
    }

    private static String compatible(MatchResult match) {
        String plain = Normalizer.normalize(match.group(), Normalizer.Form.NFKC);
        return Matcher.quoteReplacement(plain);
    }

    private static String unescape(String text) {
        return text.indexOf('&') < 0
                ? text
                : ENTITY.matcher(text)
                        .replaceAll(match -> Matcher.quoteReplacement(character(match)));
    }

    private static String character(MatchResult match) {
        if (match.group(3) != null) {
            return ENTITIES.getOrDefault(match.group(3), match.group());
        }
        int code =
                match.group(1) != null
                        ? Integer.parseInt(match.group(1))
                        : Integer.parseInt(match.group(2), 16);
        boolean valid = Character.isDefined(code) && (code < 0xd800 || code > 0xdfff);
        return valid ? Character.toString(code) : match.group();
    }
}
