package sc.fiji.fastsam.picker;

import ij.gui.Roi;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import sc.fiji.fastsam.imagej.roi.OwnRois;

/**
 * The numbers of an image's picked objects. What was linked through a stack has one number in all
 * planes: that of its label, unless a picked object has it. Others have numbers of their own.
 */
final class PickNumbers {

    private final Set<Integer> taken = new HashSet<>();
    private final Map<OwnRois.Link, Integer> linked = new HashMap<>();
    private int next = 1;

    /**
     * @param outlines of all objects, picked or not
     */
    PickNumbers(List<Roi> outlines) {
        for (Roi outline : outlines) {
            OptionalInt number = OwnRois.pick(outline);
            Optional<OwnRois.Link> link = OwnRois.link(outline);
            number.ifPresent(taken::add);
            if (number.isPresent() && link.isPresent()) {
                linked.put(link.get(), number.getAsInt());
            }
            int label = link.map(OwnRois.Link::label).orElse(0);
            next = Math.max(next, 1 + Math.max(number.orElse(0), label));
        }
    }

    /** One more than any number or linked label. */
    int fresh() {
        return next++;
    }

    /** The number of an outline that is no picked object yet. */
    int of(Roi outline) {
        Optional<OwnRois.Link> link = OwnRois.link(outline);
        return link.isPresent() ? linked.computeIfAbsent(link.get(), this::first) : fresh();
    }

    private int first(OwnRois.Link link) {
        return taken.add(link.label()) ? link.label() : fresh();
    }
}
