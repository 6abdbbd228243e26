package sc.fiji.fastsam.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavaVersionTest {

    @ParameterizedTest
    @CsvSource({"1.8, 8, false", "9, 9, false", "11, 11, false", "16, 16, false"})
    void anOldJavaIsNotEnough(String specification, int number, boolean enough) {
        JavaVersion java = new JavaVersion(specification, "/opt/java");

        assertEquals(number, java.number());
        assertEquals(enough, java.isEnough());
    }

    @ParameterizedTest
    @CsvSource({"17, 17", "21, 21", "25, 25"})
    void java17AndLaterAreEnough(String specification, int number) {
        JavaVersion java = new JavaVersion(specification, "/opt/java");

        assertEquals(number, java.number());
        assertTrue(java.isEnough());
    }

    @Test
    void theAdviceNamesTheVersionItsFolderAndTheWayOut() {
        String advice = new JavaVersion("1.8", "/Fiji.app/java/jre").advice();

        assertTrue(
                advice.startsWith(
                        "FastSAM needs Java 17 or newer, but this ImageJ runs on Java 8"
                                + " (/Fiji.app/java/jre)."),
                advice);
        assertTrue(advice.contains("install the current Fiji from https://fiji.sc"), advice);
        assertFalse(advice.contains("UnsupportedClassVersionError"), advice);
    }

    @Test
    void theJavaThatRunsTheTestsIsEnough() {
        assertTrue(JavaVersion.current().isEnough());
    }
}
