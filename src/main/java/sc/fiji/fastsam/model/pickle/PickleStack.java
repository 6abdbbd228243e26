package sc.fiji.fastsam.model.pickle;

import java.util.ArrayList;
import java.util.List;

/** Stack, marks and memo of the machine that pickles are programs for. */
final class PickleStack {

    private static final Object MARK = new Object();

    private final List<Object> values = new ArrayList<>();
    private final List<Object> memo = new ArrayList<>();
    private final int most;
    private int pushed;

    /**
     * @param most values that may be put onto the stack, all in all
     */
    PickleStack(int most) {
        this.most = most;
    }

    void push(Object value) throws PickleException {
        if (++pushed > most) {
            throw new PickleException("holds more than " + most + " values");
        }
        values.add(value);
    }

    void mark() throws PickleException {
        push(MARK);
    }

    Object pop() throws PickleException {
        Object top = top();
        values.remove(values.size() - 1);
        return top;
    }

    Object top() throws PickleException {
        if (values.isEmpty() || values.get(values.size() - 1) == MARK) {
            throw new PickleException("takes a value from an empty stack");
        }
        return values.get(values.size() - 1);
    }

    /** What lies above the last mark, which is removed too. */
    List<Object> popToMark() throws PickleException {
        int mark = values.lastIndexOf(MARK);
        if (mark < 0) {
            throw new PickleException("takes values from an empty stack");
        }
        List<Object> above = values.subList(mark + 1, values.size());
        List<Object> copy = new ArrayList<>(above);
        values.subList(mark, values.size()).clear();
        return copy;
    }

    /** NB: Python numbers what it keeps from 0, without gaps. */
    void keep(int index) throws PickleException {
        if (index < 0 || index > memo.size() || index > most) {
            throw new PickleException("keeps a value as number " + index);
        }
        if (index == memo.size()) {
            memo.add(top());
        } else {
            memo.set(index, top());
        }
    }

    void recall(int index) throws PickleException {
        if (index < 0 || index >= memo.size()) {
            throw new PickleException("recalls value " + index + ", which it never kept");
        }
        push(memo.get(index));
    }
}
