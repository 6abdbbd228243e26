package sc.fiji.fastsam.model.checkpoint;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import sc.fiji.fastsam.model.pickle.PickleDict;
import sc.fiji.fastsam.model.pickle.PickleList;
import sc.fiji.fastsam.model.pickle.PickleObject;

/**
 * What a checkpoint says beside the layers. Anything of an unexpected kind counts as unsaid.
 *
 * @param model attributes of the network
 * @param file what is stored beside it
 */
record Facts(PickleDict model, Optional<PickleDict> file) {

    private static final int MOST_CLASSES = 10_000;

    /** Names, in the order in which the file has them. */
    List<String> classes() {
        Object names = model.get("names").orElse("");
        Stream<Object> values = Stream.empty();
        if (names instanceof PickleDict dict) {
            values = dict.entries().values().stream();
        } else if (names instanceof PickleList list) {
            values = list.items().stream();
        }
        return values.limit(MOST_CLASSES).map(Objects::toString).toList();
    }

    /** A text beside the network; empty if there is none. */
    String text(String key) {
        return file.flatMap(facts -> facts.get(key))
                .filter(String.class::isInstance)
                .map(Object::toString)
                .orElse("");
    }

    /** Of the arguments of the training. */
    OptionalInt imageSize() {
        return Stream.of(file.flatMap(facts -> facts.get("train_args")), model.get("args"))
                .flatMap(Optional::stream)
                .flatMap(arguments -> entry(arguments, "imgsz").stream())
                .flatMap(
                        size -> size instanceof PickleList l ? l.items().stream() : Stream.of(size))
                .filter(size -> size instanceof Long l && l > 0 && l <= 0xffff)
                .mapToInt(size -> ((Long) size).intValue())
                .max();
    }

    private static Optional<Object> entry(Object table, String key) {
        if (table instanceof PickleDict dict) {
            return dict.get(key);
        }
        return table instanceof PickleObject object ? object.state().get(key) : Optional.empty();
    }
}
