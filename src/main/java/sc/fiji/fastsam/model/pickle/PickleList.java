package sc.fiji.fastsam.model.pickle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A list, tuple or set of Python. May hold itself, so equality is identity. */
public final class PickleList {

    private List<Object> items = List.of();

    PickleList() {}

    PickleList(List<Object> items) {
        this.items = items;
    }

    /** In their order; not to be changed. */
    public List<Object> items() {
        return Collections.unmodifiableList(items);
    }

    void addAll(List<Object> more) {
        if (!(items instanceof ArrayList)) {
            items = new ArrayList<>(items);
        }
        items.addAll(more);
    }

    /** NB: not of the items, among which the list itself may be. */
    @Override
    public String toString() {
        return "a list of " + items.size();
    }
}
