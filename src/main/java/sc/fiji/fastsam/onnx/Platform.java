package sc.fiji.fastsam.onnx;

import java.util.List;
import java.util.Locale;

/**
 * Operating system and processor, named as ONNX Runtime's jar names its folders.
 *
 * @param system "linux", "osx" or "win"
 * @param processor "x64" or "aarch64", else as Java names it
 */
record Platform(String system, String processor) {

    private static final List<String> SUPPORTED =
            List.of("linux-x64", "linux-aarch64", "osx-aarch64", "win-x64");

    /** The one this runs on. */
    static Platform current() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
    }

    /** Of Java's {@code os.name} and {@code os.arch}. */
    static Platform of(String name, String arch) {
        String os = name.toLowerCase(Locale.ROOT);
        boolean mac = os.contains("mac") || os.contains("darwin");
        String system = mac ? "osx" : os.contains("win") ? "win" : "linux";
        return switch (arch.toLowerCase(Locale.ROOT)) {
            case "amd64", "x86_64" -> new Platform(system, "x64");
            case "aarch64", "arm64" -> new Platform(system, "aarch64");
            default -> new Platform(system, arch);
        };
    }

    /** "linux-x64". */
    String key() {
        return system + "-" + processor;
    }

    /** File name of a library, as "libonnxruntime.so". */
    String library(String name) {
        return switch (system) {
            case "win" -> name + ".dll";
            case "osx" -> "lib" + name + ".dylib";
            default -> "lib" + name + ".so";
        };
    }

    /**
     * @throws DeviceException if ONNX Runtime has no libraries for it; says what runs instead
     */
    void checkSupported() throws DeviceException {
        if (SUPPORTED.contains(key())) {
            return;
        }
        String what =
                switch (key()) {
                    case "osx-x64" ->
                            "Macs with Intel processors (not since its version 1.24). Use a Mac"
                                    + " with Apple silicon";
                    case "win-aarch64" ->
                            "Java for Windows on ARM. Use Java (and Fiji) for Windows x64, which"
                                    + " Windows on ARM runs too,";
                    default -> key() + ". Use a 64-bit Java";
                };
        throw new DeviceException(
                "ONNX Runtime has no build for "
                        + what
                        + " or another computer: Windows x64, Linux x64 or ARM, macOS on Apple"
                        + " silicon.");
    }
}
