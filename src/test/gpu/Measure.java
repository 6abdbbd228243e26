import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.TensorInfo;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import ij.IJ;
import ij.ImagePlus;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.segment.NetworkSegmenter;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * Milliseconds in one process that is warm, for gpu-check: of ONNX Runtime alone and of whole
 * images. Arguments: device; folder of GPU libraries, or "-"; runs that count; images.
 */
public final class Measure {

    private final boolean cuda;
    private final int runs;
    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final byte[] model = ModelFile.bundled().read();
    private final Map<Integer, Double> alone = new TreeMap<>();

    private Measure(boolean cuda, int runs) throws Exception {
        this.cuda = cuda;
        this.runs = runs;
    }

    /** Prints a line a measurement. */
    public static void main(String[] args) throws Exception {
        Device device = Device.valueOf(args[0].toUpperCase(Locale.ROOT));
        DeviceRequest request = DeviceRequest.of(device);
        if (!args[1].equals("-")) {
            request = request.withGpuNatives(Path.of(args[1]));
        }
        NetworkId id = NetworkId.of(ModelFile.bundled(), request);
        // NB: opened first, as it loads the libraries that were asked for.
        try (NetworkSegmenter network = NetworkSegmenter.open(id)) {
            Measure measure = new Measure(device == Device.CUDA, Integer.parseInt(args[2]));
            if (device == Device.CUDA || device == Device.CPU) {
                for (int side : new int[] {384, 640, 1024}) {
                    measure.alone(side, 1);
                }
                measure.alone(1024, 4);
            }
            for (String file : Arrays.asList(args).subList(3, args.length)) {
                ImagePlus image = IJ.openImage(file);
                SegmentationSettings defaults = SegmentationSettings.defaults();
                int side = Math.max(image.getWidth(), image.getHeight());
                measure.plane(network, image, defaults, "");
                measure.plane(network, image, defaults.withImageSize(side), ", one pixel a pixel");
            }
        }
    }

    /** ONNX Runtime for one shape, memory of inputs and outputs kept, outputs not read. */
    private void alone(int side, int atOnce) throws Exception {
        try (SessionOptions options = options(side);
                OrtSession session = environment.createSession(model, options)) {
            List<Kept> kept = new ArrayList<>();
            for (int i = 0; i < atOnce; i++) {
                kept.add(new Kept(session, side));
            }
            double[] times = new double[runs];
            for (int i = -3; i < runs; i++) {
                long begin = System.nanoTime();
                IntStream.range(0, atOnce).parallel().forEach(k -> kept.get(k).run(session));
                if (i >= 0) {
                    times[i] = (System.nanoTime() - begin) / 1e6;
                }
            }
            double each = median(times) / atOnce;
            alone.merge(side, each, Math::max);
            print(
                    "ONNX Runtime alone, %d x %d, %d at a time: %.2f ms each%n",
                    side, side, atOnce, each);
        }
    }

    private SessionOptions options(int side) throws OrtException {
        SessionOptions options = new SessionOptions();
        String[] names = names();
        for (int axis = 0; axis < names.length; axis++) {
            if (!names[axis].isEmpty()) {
                options.setSymbolicDimensionValue(names[axis], axis == 0 ? 1 : side);
            }
        }
        if (cuda) {
            try (OrtCUDAProviderOptions provider = new OrtCUDAProviderOptions(0)) {
                provider.add("cudnn_conv_algo_search", "HEURISTIC");
                options.addCUDA(provider);
            }
        }
        return options;
    }

    private String[] names() throws OrtException {
        try (OrtSession any = environment.createSession(model)) {
            var input = any.getInputInfo().values().iterator().next();
            return ((TensorInfo) input.getInfo()).getDimensionNames();
        }
    }

    /** Memory for a run. */
    private final class Kept {

        private final Map<String, OnnxTensor> inputs = new HashMap<>();
        private final Map<String, OnnxTensor> outputs = new HashMap<>();

        Kept(OrtSession session, int side) throws OrtException {
            session.getInputInfo().forEach((name, node) -> add(inputs, name, node.getInfo()));
            session.getOutputInfo().forEach((name, node) -> add(outputs, name, node.getInfo()));
        }

        private void add(Map<String, OnnxTensor> to, String name, Object info) {
            long[] shape = ((TensorInfo) info).getShape();
            int count = (int) Arrays.stream(shape).reduce(1, Math::multiplyExact);
            FloatBuffer memory =
                    ByteBuffer.allocateDirect(4 * count)
                            .order(ByteOrder.nativeOrder())
                            .asFloatBuffer();
            try {
                to.put(name, OnnxTensor.createTensor(environment, memory, shape));
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }

        void run(OrtSession session) {
            try {
                session.run(inputs, Set.of(), outputs).close();
            } catch (OrtException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void plane(
            NetworkSegmenter network, ImagePlus image, SegmentationSettings settings, String how)
            throws Exception {
        double[] times = new double[runs];
        Map<String, double[]> stages = new TreeMap<>();
        Segmentation found = null;
        for (int i = -3; i < runs; i++) {
            long begin = System.nanoTime();
            RgbPlane plane =
                    Planes.of(
                            image, PlanePosition.of(image), ChannelSource.ACTIVE, settings.input());
            found = network.segment(plane, settings, Progress.NONE);
            if (i >= 0) {
                times[i] = (System.nanoTime() - begin) / 1e6;
                int run = i;
                found.summary()
                        .milliseconds()
                        .forEach(
                                (s, t) ->
                                        stages.computeIfAbsent(s, k -> new double[runs])[run] = t);
            }
        }
        int tiles = found.summary().counts().tiles();
        StringBuilder all = new StringBuilder();
        stages.forEach((s, t) -> all.append(String.format(Locale.ROOT, ", %s %.1f", s, median(t))));
        if (!how.isEmpty() && tiles == 1 && alone.containsKey(image.getWidth())) {
            double own = alone.get(image.getWidth());
            all.append(
                    String.format(
                            Locale.ROOT,
                            "; network %.2f times ONNX Runtime's own",
                            median(stages.get("network")) / own));
        }
        print(
                "%d x %d%s: %d objects, %d tiles: %.1f ms, fastest %.1f%s%n",
                image.getWidth(),
                image.getHeight(),
                how,
                found.objects().size(),
                tiles,
                median(times),
                Arrays.stream(times).min().orElse(0),
                all);
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void print(String format, Object... values) {
        System.out.printf(Locale.ROOT, format, values);
    }
}
