package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import sc.fiji.fastsam.io.PlaneCounts;

/**
 * What a file says about its planes.
 *
 * @param pages how many it promises
 * @param counts planes along each axis; their product is that of the pages and their channels
 * @param order axes from the fastest to the slowest, as "CZT"
 */
record Declared(long pages, PlaneCounts counts, String order) {

    static final String IMAGEJ_ORDER = "CZT";

    private static final Pattern SHAPE = Pattern.compile("\\{.*\"shape\": *\\[([0-9, ]+)\\].*\\}");
    private static final Pattern AXES = Pattern.compile("\"axes\": *\"([A-Z]+)\"");

    /**
     * What ImageJ, tifffile, MetaMorph or Zeiss wrote; all pages as slices where nobody did.
     *
     * @param first page
     * @param pages that are there
     */
    static Declared of(Page first, int pages, Optional<ImageJDescription> imagej)
            throws IOException {
        if (imagej.isPresent()) {
            return ofImageJ(imagej.get(), first.samples().channels(), pages);
        }
        if (first.ifd().has(Tags.UIC2)) {
            return slices(Math.max(pages, first.ifd().count(Tags.UIC2)), first);
        }
        if (first.ifd().has(Tags.LSM_INFO)) {
            return LsmInfo.declared(first, pages);
        }
        String text = first.ifd().text(Tags.DESCRIPTION);
        Matcher shape = SHAPE.matcher(text);
        return shape.matches() ? ofShape(shape.group(1), text, first, pages) : slices(pages, first);
    }

    static Declared slices(long pages, Page first) throws IOException {
        int channels = first.samples().channels();
        return new Declared(pages, counts(channels, pages, 1), IMAGEJ_ORDER);
    }

    private static PlaneCounts counts(long channels, long slices, long frames) throws IOException {
        if (channels > Integer.MAX_VALUE
                || slices > Integer.MAX_VALUE
                || frames > Integer.MAX_VALUE) {
            throw Refusal.damaged(
                    0, "declares " + channels + " x " + slices + " x " + frames + " planes");
        }
        try {
            return new PlaneCounts((int) channels, (int) slices, (int) frames);
        } catch (IllegalArgumentException e) {
            throw Refusal.damaged(
                    0, "declares " + channels + " x " + slices + " x " + frames + " planes", e);
        }
    }

    private static Declared ofImageJ(ImageJDescription text, int channels, int pages)
            throws IOException {
        long images = Math.max(text.count("images"), (long) pages * channels);
        long stored = (images + channels - 1) / channels;
        PlaneCounts counts =
                counts(text.count("channels"), text.count("slices"), text.count("frames"));
        return counts.total() == stored * channels
                ? new Declared(stored, counts, order(text))
                : new Declared(stored, counts(channels, stored, 1), IMAGEJ_ORDER);
    }

    /** ImageJ's "order=zct" is what the user was asked for when a stack was made. */
    private static String order(ImageJDescription text) {
        String order = text.text("order", "").toUpperCase(Locale.ROOT);
        return order.equals("ZCT") ? order : IMAGEJ_ORDER;
    }

    /** tifffile's {@code {"shape": [4, 192, 192]}}, with or without names of axes. */
    private static Declared ofShape(String shape, String text, Page first, int pages)
            throws IOException {
        String[] lengths = shape.strip().split(" *, *");
        Matcher axes = AXES.matcher(text);
        String names = axes.find() ? axes.group(1) : "";
        double values = 1;
        for (String length : lengths) {
            // NB: of programs that mean another thing by it.
            values *= length.matches("[0-9]+") ? Double.parseDouble(length) : 0;
        }
        double one = (double) first.size().area() * first.samples().count();
        double promised = values / one;
        // NB: a shape that does not fit the page is left over from another image.
        if (promised < pages || promised != Math.rint(promised) || promised > Integer.MAX_VALUE) {
            return slices(pages, first);
        }
        return names.length() == lengths.length
                ? ofAxes(names, lengths, (long) promised, first)
                : slices((long) promised, first);
    }

    /** All as slices where axes have other names, or channels of pages are not the fastest. */
    private static Declared ofAxes(String names, String[] lengths, long pages, Page first)
            throws IOException {
        int samples = first.samples().channels();
        long[] counts = {samples, 1, 1};
        // NB: the samples of a page come one after the other, before the next page.
        StringBuilder order = new StringBuilder(samples > 1 ? "C" : "");
        for (int i = names.length() - 1; i >= 0; i--) {
            long length = Long.parseLong(lengths[i]);
            int axis = length > 1 ? IMAGEJ_ORDER.indexOf(names.charAt(i)) : -1;
            if (axis >= 0) {
                boolean beside = order.toString().equals("C") && axis == 0;
                if (!beside && order.indexOf(names.substring(i, i + 1)) >= 0) {
                    return slices(pages, first);
                }
                counts[axis] *= length;
                order.append(beside ? "" : names.charAt(i));
            }
        }
        if ((double) counts[0] * counts[1] * counts[2] != (double) pages * samples) {
            return slices(pages, first);
        }
        for (char axis : IMAGEJ_ORDER.toCharArray()) {
            if (order.indexOf(String.valueOf(axis)) < 0) {
                order.append(axis);
            }
        }
        return new Declared(pages, counts(counts[0], counts[1], counts[2]), order.toString());
    }

    /** Where a plane comes among the stored ones. */
    int indexOf(int channel, int slice, int frame) {
        int index = 0;
        for (int i = order.length() - 1; i >= 0; i--) {
            index =
                    switch (order.charAt(i)) {
                        case 'C' -> index * counts.channels() + channel;
                        case 'Z' -> index * counts.slices() + slice;
                        default -> index * counts.frames() + frame;
                    };
        }
        return index;
    }
}
