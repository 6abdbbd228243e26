package sc.fiji.fastsam.model.checkpoint;

import java.util.Set;
import java.util.regex.Pattern;
import sc.fiji.fastsam.model.pickle.ClassName;

/** Classes and functions that checkpoints of Ultralytics name. None is ever looked up or called. */
final class KnownClasses {

    /** What training leaves in a checkpoint beside the network. */
    private static final Set<String> NAMES =
            Set.of(
                    "collections.OrderedDict",
                    "collections.defaultdict",
                    "__builtin__.dict",
                    "__builtin__.set",
                    "__builtin__.getattr",
                    "builtins.dict",
                    "builtins.set",
                    "builtins.getattr",
                    "types.SimpleNamespace",
                    "pathlib.Path",
                    "pathlib.PosixPath",
                    "pathlib.WindowsPath",
                    "_codecs.encode",
                    "numpy.dtype",
                    "numpy.core.multiarray.scalar",
                    "numpy._core.multiarray.scalar",
                    "torch._utils._rebuild_tensor_v2",
                    "torch._utils._rebuild_parameter",
                    "torch.Size",
                    "torch.device");

    private static final Pattern TORCH =
            Pattern.compile(
                    "torch\\.(\\w+Storage|b?float\\d+|int\\d+|uint8|bool"
                            + "|nn\\.modules\\.\\w+\\.[A-Z]\\w*)");

    private static final Pattern ULTRALYTICS = Pattern.compile("ultralytics(\\.\\w+)+");

    private KnownClasses() {}

    static boolean contains(ClassName name) {
        String full = name.toString();
        return NAMES.contains(full)
                || TORCH.matcher(full).matches()
                || ULTRALYTICS.matcher(full).matches();
    }
}
