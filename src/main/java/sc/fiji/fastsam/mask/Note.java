package sc.fiji.fastsam.mask;

import sc.fiji.fastsam.settings.Counted;

/**
 * Something that a user should know of a result.
 *
 * @param kind what it is about: programs decide by it
 * @param text for people, without a full stop
 */
public record Note(Kind kind, String text) {

    /** What a note can be about. */
    public enum Kind {
        /**
         * The network was not run, as the plane has one value throughout, or none that is finite.
         */
        ONE_VALUE,
        /** Another device than the network's did a part. */
        DEVICE,
        /** A stated diameter was not used, or not as it was stated. */
        STATED_SCALE,
        /** No object seen for sure told the scale. */
        UNSURE_SCALE,
        /** Smaller things, less surely seen, were left out. */
        SMALLER,
        /** An image in color may be a stained section. */
        STAIN,
        /** Objects were left out of the list, as it is limited. */
        CUT_LIST,
        /** Objects that others hide got no label. */
        HIDDEN,
        /** How prompts were read, and what was done for them. */
        PROMPTS,
        /** Prompts that no object answers. */
        UNMATCHED
    }

    /**
     * That objects were left out.
     *
     * @param number of them
     * @param most objects that there may be
     */
    public static Note ofCutList(int number, int most) {
        String left = Counted.objects(number) + " of lower score left out";
        return new Note(Kind.CUT_LIST, left + " (max_objects = " + most + ")");
    }

    /** The text. */
    @Override
    public String toString() {
        return text;
    }
}
