package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JarNameTest {

    @ParameterizedTest
    @CsvSource({
        "onnxruntime-1.28.0.jar, onnxruntime, 1.28.0",
        "opencv-4.9.0-0.jar, opencv, 4.9.0-0",
        "FastSAM_IJ-0.1.0-SNAPSHOT.jar, FastSAM_IJ, 0.1.0-SNAPSHOT",
        "ij-1.54p.jar, ij, 1.54p",
        "commons-csv-1.14.1.jar, commons-csv, 1.14.1",
        "opencv-natives-linux64-4.9.0-0.jar, opencv-natives-linux64, 4.9.0-0"
    })
    void aJarHasAnArtifactAndAVersion(String file, String artifact, String version) {
        assertEquals(new JarName(artifact, version), JarName.of(file));
        assertEquals(file, JarName.of(file).fileName());
    }

    @Test
    void aVersionMayBeMissing() {
        assertEquals(new JarName("FastSAM_IJ", ""), JarName.of("FastSAM_IJ.jar"));
        assertEquals("FastSAM_IJ.jar", JarName.of("FastSAM_IJ.jar").fileName());
    }

    @Test
    void theUpdaterTakesAnotherVersionForTheSameFile() {
        assertEquals("plugins/FastSAM_IJ.jar", JarName.identity("plugins/FastSAM_IJ-0.2.0.jar"));
    }

    @Test
    void anotherFileIsNoJar() {
        assertThrows(IllegalArgumentException.class, () -> JarName.of("README.txt"));
    }
}
