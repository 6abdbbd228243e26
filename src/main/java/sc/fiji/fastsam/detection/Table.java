package sc.fiji.fastsam.detection;

import java.util.List;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * How one of a network's outputs is read as a table of candidates x fields.
 *
 * @param output position among the outputs
 * @param fields numbers that each candidate has
 * @param candidates number of candidates
 * @param candidatesFirst [1, candidates, fields] rather than [1, fields, candidates]
 */
record Table(int output, int fields, int candidates, boolean candidatesFirst) {

    /** Both ways to read an output; none if its shape is not [1, a, b]. */
    static List<Table> of(int output, TensorInfo info) {
        if (info.rank() != 3 || info.shape().get(0) != 1) {
            return List.of();
        }
        int a = info.shape().get(1).intValue();
        int b = info.shape().get(2).intValue();
        return List.of(new Table(output, a, b, false), new Table(output, b, a, true));
    }

    /** The output's values with the means to read them. */
    Cells read(List<Tensor> outputs) {
        float[] values = outputs.get(output).values();
        return candidatesFirst ? new Cells(values, 1, fields) : new Cells(values, candidates, 1);
    }

    /**
     * Values of a table.
     *
     * @param values of the whole output; not copied
     * @param fieldStep from one field to the next
     * @param candidateStep from one candidate to the next
     */
    record Cells(float[] values, int fieldStep, int candidateStep) {

        /** One value. */
        float get(int candidate, int field) {
            return values[candidate * candidateStep + field * fieldStep];
        }

        /** A copy of neighboring fields of a candidate. */
        float[] copy(int candidate, int firstField, int count) {
            float[] copy = new float[count];
            int from = candidate * candidateStep + firstField * fieldStep;
            for (int i = 0; i < count; i++) {
                copy[i] = values[from + i * fieldStep];
            }
            return copy;
        }
    }
}
