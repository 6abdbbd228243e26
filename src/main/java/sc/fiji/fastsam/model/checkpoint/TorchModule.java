package sc.fiji.fastsam.model.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.model.pickle.PickleDict;
import sc.fiji.fastsam.model.pickle.PickleList;
import sc.fiji.fastsam.model.pickle.PickleObject;

/** A module of a network: its class's name, its parts, numbers and weights. */
public final class TorchModule {

    private final CheckpointFile file;
    private final PickleObject object;
    private final String path;

    /**
     * @param path as PyTorch names it: "model.22.cv2.0"
     */
    TorchModule(CheckpointFile file, PickleObject object, String path) {
        this.file = file;
        this.object = object;
        this.path = path;
    }

    /** Last part of the class's name: the modules in front of it have moved over the years. */
    public String type() {
        return object.className().name();
    }

    /** As PyTorch names it: "model.22.cv2.0". */
    public String path() {
        return path;
    }

    /**
     * A part.
     *
     * @throws CheckpointException if there is none of this name
     */
    public TorchModule child(String name) throws CheckpointException {
        return optionalChild(name).orElseThrow(() -> problem("has no part " + name));
    }

    /**
     * A part, if there is one of this name.
     *
     * @throws CheckpointException if what has that name is no module
     */
    public Optional<TorchModule> optionalChild(String name) throws CheckpointException {
        Object child = table("_modules").get(name).orElse(null);
        return child == null ? Optional.empty() : Optional.of(module(name, child));
    }

    /**
     * All parts, in their order.
     *
     * @throws CheckpointException if one is no module
     */
    public List<TorchModule> children() throws CheckpointException {
        List<TorchModule> children = new ArrayList<>();
        for (Map.Entry<Object, Object> entry : table("_modules").entries().entrySet()) {
            children.add(module(String.valueOf(entry.getKey()), entry.getValue()));
        }
        return children;
    }

    private TorchModule module(String name, Object value) throws CheckpointException {
        if (value instanceof PickleObject child) {
            return new TorchModule(file, child, path.isEmpty() ? name : path + "." + name);
        }
        throw problem("has " + value + " as its part " + name);
    }

    private PickleDict table(String name) throws CheckpointException {
        if (object.state().get(name).orElse(null) instanceof PickleDict table) {
            return table;
        }
        throw problem("has no " + name + ", so it is no module of PyTorch");
    }

    /**
     * A parameter, buffer or plain attribute that is a tensor, if there is one of this name.
     *
     * @throws CheckpointException if what has that name is no tensor
     */
    public Optional<Weights> optionalWeights(String name) throws CheckpointException {
        Optional<Object> value = table("_parameters").get(name);
        if (value.isEmpty()) {
            value = table("_buffers").get(name).or(() -> object.state().get(name));
        }
        return value.isEmpty()
                ? Optional.empty()
                : Optional.of(new Weights(file, TensorReference.of(value.get())));
    }

    /**
     * A parameter, buffer or plain attribute that is a tensor.
     *
     * @param axes that it must have
     * @throws CheckpointException if there is none of this name with so many axes
     */
    public Weights weights(String name, int axes) throws CheckpointException {
        Weights weights =
                optionalWeights(name).orElseThrow(() -> problem("has no weights " + name));
        if (weights.shape().length != axes) {
            throw problem(
                    "has weights "
                            + name
                            + " of shape "
                            + Arrays.toString(weights.shape())
                            + ", not of "
                            + axes
                            + " axes");
        }
        return weights;
    }

    /** An attribute; empty where there is none, or Python's None. */
    public Optional<Object> attribute(String name) {
        return object.state().get(name);
    }

    /**
     * A whole number.
     *
     * @throws CheckpointException if it is none from 0 to 65535
     */
    public int integer(String name) throws CheckpointException {
        Object value = attribute(name).orElse("nothing");
        if (value instanceof Long number && number >= 0 && number <= 0xffff) {
            return number.intValue();
        }
        throw problem("has " + value + " as its " + name + ", not a whole number");
    }

    /**
     * A number.
     *
     * @throws CheckpointException if it is none, or not finite
     */
    public double number(String name) throws CheckpointException {
        Object value = attribute(name).orElse("nothing");
        if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw problem("has " + value + " as its " + name + ", not a number");
    }

    /** A truth; one that is not there is false. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(attribute(name).orElse(false));
    }

    /**
     * One whole number for both axes, or one for each: y, x.
     *
     * @throws CheckpointException if it is neither, or out of 0 to 65535
     */
    public int[] pair(String name) throws CheckpointException {
        Object value = attribute(name).orElse("nothing");
        List<Object> items =
                value instanceof PickleList list ? list.items() : List.of(value, value);
        boolean numbers =
                items.size() == 2
                        && items.stream()
                                .allMatch(i -> i instanceof Long n && n >= 0 && n <= 0xffff);
        if (!numbers) {
            throw problem("has " + value + " as its " + name + ", not two whole numbers");
        }
        return items.stream().mapToInt(item -> ((Long) item).intValue()).toArray();
    }

    /** An exception that names this module. */
    public CheckpointException problem(String rest) {
        return new CheckpointException(
                "cannot be imported: its layer " + path + " (" + type() + ") " + rest);
    }
}
