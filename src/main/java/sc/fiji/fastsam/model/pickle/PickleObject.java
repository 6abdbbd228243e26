package sc.fiji.fastsam.model.pickle;

import java.util.List;

/**
 * What Python would have made an object of, or called: the class's or function's name, the
 * arguments, and the attributes set afterwards. Equality is identity.
 */
public final class PickleObject {

    private final ClassName className;
    private final PickleList arguments;
    private final PickleDict state = new PickleDict();

    PickleObject(ClassName className, PickleList arguments) {
        this.className = className;
        this.arguments = arguments;
    }

    /** Of the class or function. */
    public ClassName className() {
        return className;
    }

    /** Of the constructor or call. */
    public List<Object> arguments() {
        return arguments.items();
    }

    /** Attributes, and the entries where it is a dictionary of its own class. */
    public PickleDict state() {
        return state;
    }

    @Override
    public String toString() {
        return "an object of " + className;
    }
}
