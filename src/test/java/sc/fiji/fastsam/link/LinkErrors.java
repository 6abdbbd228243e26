package sc.fiji.fastsam.link;

import java.util.Locale;

/**
 * Counts as in the Cell Tracking Challenge's TRA, for objects that are all given.
 *
 * @param links that there are: objects of one cell in neighboring planes, or over a gap allowed
 * @param missed true links that were not found
 * @param wrong links that are not true
 * @param switches times that a cell goes on under the id of another
 * @param children true links of a parent to a child
 * @param childrenFound those that were found
 * @param childrenWrong links to a parent that are not true
 */
record LinkErrors(
        int links,
        int missed,
        int wrong,
        int switches,
        int children,
        int childrenFound,
        int childrenWrong) {

    LinkErrors and(LinkErrors o) {
        return new LinkErrors(
                links + o.links,
                missed + o.missed,
                wrong + o.wrong,
                switches + o.switches,
                children + o.children,
                childrenFound + o.childrenFound,
                childrenWrong + o.childrenWrong);
    }

    double missedPercent() {
        return 100.0 * missed / links;
    }

    double wrongPercent() {
        return 100.0 * wrong / links;
    }

    /** A row of a table: links, missed, wrong, switches, children found of all, wrong ones. */
    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%d | %d (%.2f %%) | %d (%.2f %%) | %d | %d of %d | %d",
                links,
                missed,
                missedPercent(),
                wrong,
                wrongPercent(),
                switches,
                childrenFound,
                children,
                childrenWrong);
    }
}
