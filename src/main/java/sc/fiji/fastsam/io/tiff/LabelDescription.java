package sc.fiji.fastsam.io.tiff;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import sc.fiji.fastsam.io.PlaneCounts;

/** The description of a label image: lines of {@code key=value}, as ImageJ writes them. */
final class LabelDescription {

    private LabelDescription() {}

    /**
     * Its bytes, with the 0 at the end.
     *
     * @param largest of the labels
     */
    static byte[] of(LabelFormat format, int largest) {
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put("ImageJ", "1.54p");
        putPlanes(lines, format.planes());
        lines.put("unit", format.pixelSize().unit());
        lines.put("spacing", Double.toString(format.pixelSize().depth()));
        lines.put("min", "0.0");
        lines.put("max", largest + ".0");
        lines.putAll(format.settings());
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key + "=" + escaped(value) + "\n"));
        return text.append('\0').toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static void putPlanes(Map<String, String> lines, PlaneCounts planes) {
        if (planes.total() > 1) {
            lines.put("images", Integer.toString(planes.total()));
            lines.put("channels", Integer.toString(planes.channels()));
            lines.put("slices", Integer.toString(planes.slices()));
            lines.put("frames", Integer.toString(planes.frames()));
            lines.put("hyperstack", "true");
            lines.put("mode", "grayscale");
        }
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        for (char c : value.toCharArray()) {
            boolean plain = c >= ' ' && c <= '~' && c != '\\';
            text.append(plain ? String.valueOf(c) : String.format(Locale.ROOT, "\\u%04X", (int) c));
        }
        return text.toString();
    }
}
