package sc.fiji.fastsam.onnx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, linux-x64, libx.so",
        "Linux, aarch64, linux-aarch64, libx.so",
        "Mac OS X, aarch64, osx-aarch64, libx.dylib",
        "Windows 11, amd64, win-x64, x.dll",
        "Darwin, x86_64, osx-x64, libx.dylib"
    })
    void isNamedAsInOnnxRuntimesJar(String os, String arch, String key, String library) {
        assertEquals(key, Platform.of(os, arch).key());
        assertEquals(library, Platform.of(os, arch).library("x"));
    }

    @ParameterizedTest
    @CsvSource({
        "Linux, amd64",
        "Linux, aarch64",
        "Mac OS X, aarch64",
        "Windows Server 2022, amd64"
    })
    void knowsWhereOnnxRuntimeRuns(String os, String arch) throws DeviceException {
        Platform.of(os, arch).checkSupported();
    }

    @ParameterizedTest
    @CsvSource({
        "Mac OS X, x86_64, Macs with Intel processors",
        "Windows 11, aarch64, Windows on ARM",
        "Linux, riscv64, linux-riscv64",
        "Windows 10, x86, 64-bit Java"
    })
    void saysWhereItDoesNotAndWhatToDo(String os, String arch, String what) {
        DeviceException e =
                assertThrows(DeviceException.class, () -> Platform.of(os, arch).checkSupported());
        assertTrue(e.getMessage().contains(what), e.getMessage());
        assertTrue(e.getMessage().contains("Linux x64 or ARM"), e.getMessage());
    }

    @Test
    void thisOneIsSupported() throws DeviceException {
        Platform.current().checkSupported();
    }
}
