package sc.fiji.fastsam.detection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/** Finds out from the outputs' shapes how a network is to be read. */
public final class Heads {

    /** Mask coefficients of nearly every network of this kind. */
    static final int USUAL_PROTOTYPES = 32;

    private static final String EXPECTED =
            " Expected is a network of the kind FastSAM or YOLOv8/11-seg: prototypes [1, k, H/4,"
                    + " W/4] (or channel-last) and candidates as [1, 4 + classes + k, N] or"
                    + " [1, N, 4 + classes + k], or after non-maximum suppression in the network"
                    + " as [1, rows, 6 + k], or as boxes [1, N, 4], scores [1, N] and coefficients"
                    + " [1, N, k], or as the maps of three strides. k is mostly 32. Export the"
                    + " model as a segmentation network, for one image at a time.";

    private Heads() {}

    /**
     * A head for a network with these outputs. What the declared shapes leave open (or state
     * wrongly) is read from the real outputs at each call.
     *
     * @throws HeadException if fully declared shapes are not those of a network of this kind; lists
     *     what was found and what is expected
     */
    public static Head of(List<TensorInfo> declared) {
        List<TensorInfo> infos = List.copyOf(declared);
        boolean open = infos.stream().anyMatch(Heads::isOpen);
        if (open ? infos.stream().noneMatch(i -> i.rank() == 4) : match(infos).isEmpty()) {
            throw unknown(infos);
        }
        return (outputs, minScore) -> forOutputs(infos, outputs).decode(outputs, minScore);
    }

    private static boolean isOpen(TensorInfo info) {
        return info.rank() == 0 || info.shape().stream().anyMatch(length -> length < 0);
    }

    private static Head forOutputs(List<TensorInfo> declared, List<Tensor> outputs) {
        if (outputs.size() != declared.size()) {
            throw new HeadException(
                    "The network declares "
                            + declared.size()
                            + " outputs, but gave "
                            + outputs.size()
                            + ".");
        }
        List<TensorInfo> real = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            TensorInfo info = declared.get(i);
            real.add(new TensorInfo(info.name(), info.type(), shapeOf(outputs.get(i))));
        }
        return match(real).orElseThrow(() -> unknown(real));
    }

    private static List<Long> shapeOf(Tensor tensor) {
        List<Long> shape = new ArrayList<>();
        for (int length : tensor.shape()) {
            shape.add((long) length);
        }
        return shape;
    }

    /** NB: [1, N, 38] is two classes if N fits the prototypes' size, else suppressed candidates. */
    private static Optional<? extends Head> match(List<TensorInfo> outputs) {
        Optional<SplitHead> split = SplitHead.match(outputs);
        if (split.isPresent()) {
            return split;
        }
        Optional<RawHead> raw = RawHead.match(outputs);
        if (raw.isPresent() && raw.get().fitsStrides()) {
            return raw;
        }
        Optional<SuppressedHead> suppressed = SuppressedHead.match(outputs);
        if (suppressed.isPresent()) {
            return suppressed;
        }
        return raw.isPresent() ? raw : MapsHead.match(outputs);
    }

    private static HeadException unknown(List<TensorInfo> found) {
        String list = found.stream().map(TensorInfo::toString).collect(Collectors.joining(", "));
        return new HeadException("The network's outputs cannot be read: " + list + "." + EXPECTED);
    }

    /** Every reading of every output as a table of candidates. */
    static List<Table> tables(List<TensorInfo> outputs) {
        return readings(outputs, Table::of);
    }

    /** Every reading of every output as prototypes. */
    static List<PrototypeSlot> prototypeSlots(List<TensorInfo> outputs) {
        return readings(outputs, PrototypeSlot::of);
    }

    private static <T> List<T> readings(
            List<TensorInfo> outputs, BiFunction<Integer, TensorInfo, List<T>> reader) {
        List<T> all = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            all.addAll(reader.apply(i, outputs.get(i)));
        }
        return all;
    }

    /** Candidates that score more than a limit and have a usable box, best first. */
    static List<Candidate> pick(ClassScores scores, float minScore, IntFunction<Box> boxes) {
        List<Candidate> picked = new ArrayList<>();
        for (int i = 0; i < scores.best().length; i++) {
            if (scores.best()[i] > minScore) {
                Box box = boxes.apply(i);
                if (Candidate.isUsable(box)) {
                    picked.add(new Candidate(box, scores.best()[i], scores.classes()[i], i));
                }
            }
        }
        picked.sort(Candidate.BEST_FIRST);
        return picked;
    }
}
