package sc.fiji.fastsam.model.checkpoint;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import sc.fiji.fastsam.model.pickle.ClassName;
import sc.fiji.fastsam.model.pickle.PersistentId;
import sc.fiji.fastsam.model.pickle.PickleList;
import sc.fiji.fastsam.model.pickle.PickleObject;

/**
 * Where a tensor's numbers lie: densely, in an order of axes of their own.
 *
 * @param type of the numbers
 * @param key of the storage
 * @param offset of the first number in the storage, in numbers
 * @param shape length of each axis, all at least 1
 * @param strides numbers from one element to the next along each axis
 */
record TensorReference(NumberType type, String key, long offset, int[] shape, int[] strides) {

    private static final int MOST_AXES = 6;
    private static final Pattern KEY = Pattern.compile("\\d{1,9}");

    /**
     * Of what a pickle calls {@code torch._utils._rebuild_tensor_v2} or {@code _rebuild_parameter}
     * for.
     *
     * @throws CheckpointException if it is another value or a tensor that is not dense
     */
    static TensorReference of(Object value) throws CheckpointException {
        Object tensor = value;
        if (isCall(tensor, "_rebuild_parameter")) {
            tensor = argument(tensor, 0);
        }
        if (!isCall(tensor, "_rebuild_tensor_v2")
                || !(argument(tensor, 0) instanceof PersistentId storage)) {
            throw new CheckpointException("has " + value + " where a tensor must be");
        }
        PickleList id = list(storage.id());
        TensorReference reference =
                new TensorReference(
                        type(id),
                        key(id),
                        number(argument(tensor, 1)),
                        numbers(argument(tensor, 2)),
                        numbers(argument(tensor, 3)));
        reference.checkDense();
        return reference;
    }

    /** Product of the shape. */
    int count() {
        return Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    }

    private static boolean isCall(Object value, String name) {
        return value instanceof PickleObject object
                && object.className().equals(new ClassName("torch._utils", name));
    }

    private static Object argument(Object call, int index) throws CheckpointException {
        List<Object> arguments = ((PickleObject) call).arguments();
        if (arguments.size() <= index) {
            throw new CheckpointException("has a tensor of " + arguments.size() + " facts");
        }
        return arguments.get(index);
    }

    /** ("storage", class, key, device, count). */
    private static PickleList list(Object id) throws CheckpointException {
        if (id instanceof PickleList list
                && list.items().size() == 5
                && "storage".equals(list.items().get(0))) {
            return list;
        }
        throw new CheckpointException("has a tensor in an unknown kind of storage");
    }

    private static NumberType type(PickleList id) throws CheckpointException {
        Object storage = id.items().get(1);
        Optional<NumberType> type =
                storage instanceof ClassName name && name.module().equals("torch")
                        ? NumberType.of(name.name())
                        : Optional.empty();
        return type.orElseThrow(
                () -> new CheckpointException("has a tensor of the unknown type " + storage));
    }

    private static String key(PickleList id) throws CheckpointException {
        if (id.items().get(2) instanceof String key && KEY.matcher(key).matches()) {
            return key;
        }
        throw new CheckpointException("has a storage that is not named by a number");
    }

    private static long number(Object value) throws CheckpointException {
        if (value instanceof Long number && number >= 0) {
            return number;
        }
        throw new CheckpointException("has a tensor at place " + value);
    }

    private static int[] numbers(Object value) throws CheckpointException {
        List<Object> items = value instanceof PickleList list ? list.items() : List.of();
        if (items.size() > MOST_AXES) {
            throw new CheckpointException("has a tensor of " + items.size() + " axes");
        }
        int[] numbers = new int[items.size()];
        for (int i = 0; i < numbers.length; i++) {
            long number = number(items.get(i));
            if (number > Integer.MAX_VALUE) {
                throw new CheckpointException("has a tensor of " + number + " numbers");
            }
            numbers[i] = (int) number;
        }
        return numbers;
    }

    /** NB: else a storage of one number could be a tensor of any size. */
    private void checkDense() throws CheckpointException {
        List<Integer> axes = new ArrayList<>();
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] > 1) {
                axes.add(i);
            }
            if (shape[i] < 1 || strides.length != shape.length) {
                throw notDense();
            }
        }
        axes.sort(Comparator.comparingInt(axis -> strides[axis]));
        long step = 1;
        for (int axis : axes) {
            if (strides[axis] != step) {
                throw notDense();
            }
            step *= shape[axis];
            if (step > Integer.MAX_VALUE) {
                throw new CheckpointException("has a tensor of " + step + " numbers");
            }
        }
    }

    private CheckpointException notDense() {
        return new CheckpointException(
                "has a tensor whose numbers do not lie side by side (shape "
                        + Arrays.toString(shape)
                        + ", strides "
                        + Arrays.toString(strides)
                        + ")");
    }
}
