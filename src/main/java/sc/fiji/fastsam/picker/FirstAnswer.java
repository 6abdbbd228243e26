package sc.fiji.fastsam.picker;

import ij.gui.Roi;
import java.util.Optional;
import java.util.OptionalInt;
import sc.fiji.fastsam.imagej.roi.OwnRois;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.Settings;

/** What becomes of the object that is found for a pick that begins one. */
final class FirstAnswer {

    private FirstAnswer() {}

    /**
     * Makes it the target's: a new picked object, or the one that is outlined there. NB: a box
     * shows more closely what is in it than an outline that is there.
     *
     * @param by the settings that it was found by
     * @return what takes the line back that the macro recorder has got
     */
    static Runnable take(
            Target target, Pick pick, SegmentedObject object, Settings by, Picks picks) {
        Optional<Roi> same = picks.same(target.plane, object.mask());
        Optional<Roi> known = same.or(() -> picks.part(pick, object.mask()));
        int number = known.map(picks::take).orElseGet(() -> picks.add(object, target.plane));
        target.number = OptionalInt.of(number);
        if (known.isPresent() && pick.isBox()) {
            picks.reshape(number, object, target.plane);
        }
        boolean isFound = known.isEmpty() || same.filter(FirstAnswer::isUnpicked).isPresent();
        return isFound || pick.isBox() ? PickRecord.write(target.image, pick, by) : () -> {};
    }

    private static boolean isUnpicked(Roi outline) {
        return OwnRois.pick(outline).isEmpty();
    }
}
