package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;

/** Runs on the CPU what an accelerator had no memory for. Opened at the first need. */
final class CpuFallback implements AutoCloseable {

    private final Supplier<Session> opener;
    private Session session;

    CpuFallback(Supplier<Session> opener) {
        this.opener = opener;
    }

    Inference run(Tensor input, BooleanSupplier canceled, Device instead) {
        String note =
                instead
                        + " had too little memory for an input of "
                        + input
                        + ", so the CPU did it. A smaller image size would fit.";
        try {
            return new Inference(session().run(input, canceled), Device.CPU, note);
        } catch (OrtException e) {
            throw InferenceFailure.of(e, input);
        }
    }

    private synchronized Session session() {
        if (session == null) {
            session = opener.get();
        }
        return session;
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            session.close();
        }
    }
}
