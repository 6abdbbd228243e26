package sc.fiji.fastsam.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Which slices, frames or channels of an image are taken: the one that is shown, all, or some by
 * their numbers. Immutable.
 *
 * @param kind how the numbers are chosen
 * @param numbers counted from 1, ascending, each once; empty unless the kind is {@link Kind#LISTED}
 */
public record IndexRange(Kind kind, List<Integer> numbers) {

    /** How the numbers are chosen. */
    public enum Kind {
        /** The one that the image shows; of a file, the first. */
        SHOWN,
        /** All. */
        ALL,
        /** Those listed. */
        LISTED
    }

    /** The one that the image shows. */
    public static final IndexRange SHOWN = new IndexRange(Kind.SHOWN, List.of());

    /** All of them. */
    public static final IndexRange ALL = new IndexRange(Kind.ALL, List.of());

    /** Greatest number that can be listed. */
    public static final int GREATEST = 1_000_000;

    private static final Pattern PART = Pattern.compile("(\\d{1,9})(?:\\s*-\\s*(\\d{1,9}))?");

    /** Copies the list. */
    public IndexRange {
        numbers = List.copyOf(numbers);
    }

    /** One number, counted from 1. */
    public static IndexRange of(int number) {
        return new IndexRange(Kind.LISTED, List.of(number));
    }

    /**
     * Reads "shown", "all", or numbers and ranges with commas between, as "1, 4, 7-9".
     *
     * @return nothing if the text is none of these, a number is below 1 or above {@link #GREATEST},
     *     or a range runs backwards
     */
    public static Optional<IndexRange> parse(String text) {
        String wanted = text.strip();
        if (wanted.equalsIgnoreCase("shown")) {
            return Optional.of(SHOWN);
        }
        if (wanted.equalsIgnoreCase("all")) {
            return Optional.of(ALL);
        }
        TreeSet<Integer> numbers = new TreeSet<>();
        for (String part : wanted.split(",", -1)) {
            if (!addNumbers(part.strip(), numbers)) {
                return Optional.empty();
            }
        }
        return Optional.of(new IndexRange(Kind.LISTED, new ArrayList<>(numbers)));
    }

    private static boolean addNumbers(String part, TreeSet<Integer> numbers) {
        Matcher match = PART.matcher(part);
        if (!match.matches()) {
            return false;
        }
        int first = Integer.parseInt(match.group(1));
        int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
        if (first < 1 || last < first || last > GREATEST) {
            return false;
        }
        for (int number = first; number <= last; number++) {
            numbers.add(number);
        }
        return true;
    }

    /**
     * The numbers for an image.
     *
     * @param shown the number that the image shows
     * @param count how many there are
     * @return ascending; listed numbers are given as they are, also beyond the count
     */
    public List<Integer> in(int shown, int count) {
        return switch (kind) {
            case SHOWN -> List.of(shown);
            case LISTED -> numbers;
            case ALL -> IntStream.rangeClosed(1, count).boxed().toList();
        };
    }

    /** True when it means one number, whatever the image. */
    public boolean isSingle() {
        return kind == Kind.SHOWN || numbers.size() == 1;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return kind == Kind.LISTED
                ? String.join(",", numbers.stream().map(String::valueOf).toList())
                : kind.name().toLowerCase(Locale.ROOT);
    }

    /** NB: as Java would have it; but making that takes milliseconds of each start. */
    @Override
    public boolean equals(Object other) {
        return other instanceof IndexRange r && kind == r.kind && numbers.equals(r.numbers);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + numbers.hashCode();
    }
}
