package sc.fiji.fastsam.text;

import java.util.List;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.tensor.TensorInfo;

/** What CLIP's two networks take and give, in the layout of their ONNX exports. */
enum EncoderKind {
    /** {@code input_ids} [texts, tokens], whole numbers → {@code text_embeds} [texts, numbers]. */
    TEXT("text", "text_embeds", "tokens, [texts, 77], as whole numbers") {
        @Override
        boolean takes(TensorInfo input) {
            return input.isInteger() && input.rank() == 2;
        }

        @Override
        int[] trial() {
            return new int[] {1, ClipTokenizer.MAX_TOKENS};
        }
    },
    /** {@code pixel_values} [images, 3, side, side], floats → {@code image_embeds}. */
    IMAGE("image", "image_embeds", "images, [images, 3, 224, 224], as floats") {
        @Override
        boolean takes(TensorInfo input) {
            return input.isFloat()
                    && input.rank() == 4
                    && (input.shape().get(1) == 3 || input.shape().get(1) < 0)
                    && input.shape().get(2).equals(input.shape().get(3));
        }

        @Override
        int[] trial() {
            return new int[] {1, 3, ClipImageInput.SIDE, ClipImageInput.SIDE};
        }
    };

    private final String title;
    private final String output;
    private final String expected;

    EncoderKind(String title, String output, String expected) {
        this.title = title;
        this.output = output;
        this.expected = expected;
    }

    /** Whether a network of this kind has such an input. */
    abstract boolean takes(TensorInfo input);

    /** Shape of a first run where the file leaves lengths open. */
    abstract int[] trial();

    /**
     * Index of the output that holds the embeddings: the one of the published name, else the only
     * one of two axes.
     *
     * @throws ModelException if the network is of another kind
     */
    int check(ModelFile file, List<TensorInfo> inputs, List<TensorInfo> outputs)
            throws ModelException {
        if (inputs.size() != 1 || !takes(inputs.get(0))) {
            throw file.problem(
                    "is no CLIP "
                            + title
                            + " encoder: it takes "
                            + inputs
                            + ". Expected are "
                            + expected
                            + "."
                            + swapped(inputs));
        }
        for (int i = 0; i < outputs.size(); i++) {
            if (outputs.get(i).name().equals(output) && outputs.get(i).rank() == 2) {
                return i;
            }
        }
        return onlyTable(file, outputs);
    }

    private String swapped(List<TensorInfo> inputs) {
        EncoderKind other = this == TEXT ? IMAGE : TEXT;
        return inputs.size() == 1 && other.takes(inputs.get(0))
                ? " It looks like the " + other.title + " encoder: swap the two files."
                : " Install CLIP again, or name another file.";
    }

    private int onlyTable(ModelFile file, List<TensorInfo> outputs) throws ModelException {
        List<TensorInfo> tables =
                outputs.stream().filter(info -> info.rank() == 2 && info.isFloat()).toList();
        if (tables.size() != 1) {
            throw file.problem(
                    "is no CLIP "
                            + title
                            + " encoder: it gives "
                            + outputs
                            + ", but "
                            + output
                            + " [n, numbers] is expected. Export it with its projection.");
        }
        return outputs.indexOf(tables.get(0));
    }
}
