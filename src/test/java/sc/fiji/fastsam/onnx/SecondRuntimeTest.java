package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;

import ai.onnxruntime.OrtEnvironment;
import java.net.URL;
import java.net.URLClassLoader;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.Device;

/**
 * Another plugin that loads an ONNX Runtime of its own, by a class loader of its own. Of the same
 * version here; with another one, whichever comes second cannot be loaded ({@link NativesTest} has
 * what is said then).
 */
class SecondRuntimeTest {

    @Test
    void bothRunInOneJava() throws Exception {
        URL jar = OrtEnvironment.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader parent = ClassLoader.getPlatformClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar}, parent)) {
            Class<?> other = loader.loadClass(OrtEnvironment.class.getName());
            assertNotSame(OrtEnvironment.class, other);
            assertEquals(2L, outputs(other));
            assertEquals(2, run());
            assertEquals(2L, outputs(other));
        }
    }

    /** Opens a session of the other runtime: its number of outputs. */
    private static long outputs(Class<?> environment) throws Exception {
        Object started = environment.getMethod("getEnvironment").invoke(null);
        String model = TinyModels.path("l2-dynamic").toString();
        Object session =
                environment.getMethod("createSession", String.class).invoke(started, model);
        try (AutoCloseable closed = (AutoCloseable) session) {
            return (long) closed.getClass().getMethod("getNumOutputs").invoke(closed);
        }
    }

    private static int run() throws Exception {
        ModelFile model = ModelFile.of(TinyModels.path("l2-dynamic"));
        try (OnnxNetwork network = OnnxNetwork.open(model, DeviceRequest.of(Device.CPU))) {
            return network.run(TinyModels.image()).size();
        }
    }
}
