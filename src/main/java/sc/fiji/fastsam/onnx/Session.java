package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/** A network on one device. Thread-safe but for {@code close}. */
interface Session extends AutoCloseable {

    /** Declared inputs. */
    List<TensorInfo> inputs();

    /** Names of the axes of the input whose length is open, an empty text for each other axis. */
    List<String> openLengths();

    /** Declared outputs. */
    List<TensorInfo> outputs();

    /** Key-value pairs of the file. */
    Map<String, String> metadata();

    /**
     * One run.
     *
     * @throws OrtException as it comes
     * @throws java.util.concurrent.CancellationException if it was canceled
     */
    List<Tensor> run(Tensor input, BooleanSupplier canceled) throws OrtException;

    /** Frees native memory. */
    @Override
    void close();
}
