package sc.fiji.fastsam.onnx;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.tensor.Tensor;
import sc.fiji.fastsam.tensor.TensorInfo;

/**
 * A network opened on the device that was asked for, or on the best one that works.
 *
 * @param session open
 * @param device on which it runs
 * @param reason why not on a faster one or the one asked for; empty when there is nothing to say
 */
record DeviceChoice(Session session, Device device, String reason) {

    /** NB: no TensorRT, which spends minutes on each network and size before its first result. */
    private static final List<Device> FASTEST_FIRST = List.of(Device.CUDA, Device.COREML);

    /** Greatest length of an axis of an input that is tried. */
    private static final int MAX_LENGTH = 1 << 13;

    private static final BooleanSupplier NEVER = () -> false;

    /** Opens on one device. */
    interface Opener {
        Session open(Device device) throws OrtException, ModelException;
    }

    /**
     * @param trial shape of the first run on an accelerator; empty = a small one of the declared
     *     kind
     * @throws ModelException if the network cannot be used, or not on the device asked for by name
     */
    static DeviceChoice choose(
            SessionOpener opener, Natives natives, DeviceRequest request, int... trial)
            throws ModelException {
        Set<OrtProvider> offered = OrtEnvironment.getAvailableProviders();
        try {
            return request.device() == Device.AUTO
                    ? fastest(opener::open, offered, natives.gpuProblem(), trial)
                    : new DeviceChoice(opener.open(request.device()), request.device(), "");
        } catch (OrtException e) {
            ModelFailure.throwIfModel(opener.model(), e);
            if (request.device() == Device.AUTO || request.device() == Device.CPU) {
                throw ModelFailure.unusable(opener.model(), e);
            }
            DeviceRequest loaded = natives.gpuFolder().map(request::withGpuNatives).orElse(request);
            throw new DeviceException(DeviceAdvice.current().failed(loaded, e.getMessage()), e);
        }
    }

    /** Whether the device is an NVIDIA card. */
    boolean isCuda() {
        return device == Device.CUDA || device == Device.TENSORRT;
    }

    /** Likewise, with a session for each of a few shapes. */
    DeviceChoice withFixedShapes(SessionOpener opener) {
        Session fixed = new FixedShapes(session, lengths -> opener.open(device, lengths));
        return new DeviceChoice(fixed, device, reason);
    }

    /** Likewise, with a session of half the threads for runs beside each other. */
    DeviceChoice withHalvedThreads(SessionOpener opener) {
        Session halved = new HalvedThreads(session, () -> opener.open(device));
        return new DeviceChoice(halved, device, reason);
    }

    /** Tries the offered accelerators with a first run each, then takes the CPU. */
    static DeviceChoice fastest(
            Opener opener, Set<OrtProvider> offered, String problem, int... trial)
            throws OrtException, ModelException {
        List<String> reasons = new ArrayList<>();
        if (!problem.isEmpty()) {
            reasons.add(problem);
        }
        for (Device device : FASTEST_FIRST) {
            if (offered.contains(Providers.of(device))) {
                try {
                    return new DeviceChoice(warmedUp(opener.open(device), trial), device, "");
                } catch (OrtException | InferenceException e) {
                    reasons.add(device + " does not work here: " + e.getMessage());
                }
            }
        }
        return new DeviceChoice(opener.open(Device.CPU), Device.CPU, String.join("; ", reasons));
    }

    private static Session warmedUp(Session session, int... trial) throws OrtException {
        try {
            int[] shape = trial.length > 0 ? trial : smallShape(session.inputs().get(0));
            session.run(Tensor.zeros(shape), NEVER);
            return session;
        } catch (Throwable e) {
            // NB: errors too: native memory has no other owner.
            session.close();
            throw e;
        }
    }

    /** The declared shape; open lengths become 1 (batch), 3 (channels) and 64. */
    private static int[] smallShape(TensorInfo info) {
        int[] shape = new int[info.rank()];
        for (int axis = 0; axis < shape.length; axis++) {
            long declared = info.shape().get(axis);
            int open = axis == 0 ? 1 : axis == 1 ? 3 : 64;
            if (declared > MAX_LENGTH) {
                throw new InferenceException("An input of " + info + " is too large.");
            }
            shape[axis] = declared > 0 ? (int) declared : open;
        }
        return shape;
    }
}
