package sc.fiji.fastsam.model.convert;

import java.util.List;
import java.util.StringJoiner;

/** Values as Python writes them, as Ultralytics has them in a file's metadata. */
final class PythonText {

    private PythonText() {}

    /** "{0: 'cell', 1: 'nucleus'}". */
    static String dictionary(List<String> values) {
        StringJoiner text = new StringJoiner(", ", "{", "}");
        for (int i = 0; i < values.size(); i++) {
            String quoted = values.get(i).replace("\\", "\\\\").replace("'", "\\'");
            text.add(i + ": '" + quoted + "'");
        }
        return text.toString();
    }
}
