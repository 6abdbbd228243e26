package sc.fiji.fastsam.settings;

import java.util.List;

/** Lists of names in messages, which stay short however many names there are. */
public final class NameList {

    /** So many are named. */
    private static final int MOST = 5;

    /** Of longer lists so many. */
    private static final int FIRST = 3;

    private NameList() {}

    /** "a, b, c"; "a, b, c and 7 more" of more than five. */
    public static String text(List<String> names) {
        return names.size() <= MOST
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, FIRST))
                        + " and "
                        + (names.size() - FIRST)
                        + " more";
    }

    /**
     * "no match for a, b"; "no match for 16000 prompts, the first: a, b, c; all in the table" of
     * more than five.
     *
     * @param before the first words, with a space behind
     * @param kind of the names, as "prompts"
     * @param where all of them stand, as "in the table"
     */
    public static String text(String before, List<String> names, String kind, String where) {
        return names.size() <= MOST
                ? before + String.join(", ", names)
                : before
                        + names.size()
                        + " "
                        + kind
                        + ", the first: "
                        + String.join(", ", names.subList(0, FIRST))
                        + "; all "
                        + where;
    }
}
