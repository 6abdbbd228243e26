package sc.fiji.fastsam.detection;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;
import sc.fiji.fastsam.tensor.TensorInfo.ElementType;

/** Outputs of a network that never was. */
final class FakeOutputs {

    final List<String> names = new ArrayList<>();
    final List<Tensor> tensors = new ArrayList<>();

    void add(String name, Tensor tensor) {
        names.add(name);
        tensors.add(tensor);
    }

    void addTable(int fields, int candidates, boolean candidatesFirst) {
        Tensor tensor =
                candidatesFirst
                        ? Tensor.zeros(1, candidates, fields)
                        : Tensor.zeros(1, fields, candidates);
        add("output" + tensors.size(), tensor);
    }

    void addMap(int channels, int height, int width) {
        add("output" + tensors.size(), Tensor.zeros(1, channels, height, width));
    }

    /** Prototype i has the value 100 i + y * width + x at (x, y). */
    void addPrototypes(int count, int height, int width, boolean channelLast) {
        int area = height * width;
        float[] values = new float[count * area];
        for (int i = 0; i < count; i++) {
            for (int p = 0; p < area; p++) {
                values[channelLast ? p * count + i : i * area + p] = 100 * i + p;
            }
        }
        add(
                "output" + tensors.size(),
                channelLast
                        ? Tensor.of(values, 1, height, width, count)
                        : Tensor.of(values, 1, count, height, width));
    }

    /** Sets the first fields of a candidate of a table. */
    void set(int output, int candidate, float... fields) {
        for (int i = 0; i < fields.length; i++) {
            setField(output, candidate, i, fields[i]);
        }
    }

    void setField(int output, int candidate, int field, float value) {
        Tensor table = tensors.get(output);
        boolean candidatesFirst = table.length(1) == 42 || table.length(1) == 10;
        int index =
                candidatesFirst
                        ? candidate * table.length(2) + field
                        : field * table.length(2) + candidate;
        table.values()[index] = value;
    }

    /** Makes the first output the last. */
    void rotate() {
        Collections.rotate(names, -1);
        Collections.rotate(tensors, -1);
    }

    /** What the model file would say; without lengths if it leaves them open. */
    List<TensorInfo> declared(boolean lengths) {
        List<TensorInfo> infos = new ArrayList<>();
        for (int i = 0; i < tensors.size(); i++) {
            List<Long> shape = new ArrayList<>();
            for (int length : tensors.get(i).shape()) {
                shape.add(lengths ? length : -1L);
            }
            infos.add(new TensorInfo(names.get(i), ElementType.FLOAT32, shape));
        }
        return infos;
    }

    Proposals decode(boolean lengthsDeclared, float minScore) {
        return Heads.of(declared(lengthsDeclared)).decode(tensors, minScore);
    }
}
