package sc.fiji.fastsam.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitsTest {

    @ParameterizedTest
    @CsvSource({
        "ps, 1e-12",
        "ns, 1e-9",
        "\u00b5s, 1e-6",
        "\u03bcs, 1e-6",
        "us, 1e-6",
        "ms, 1e-3",
        "msec, 1e-3",
        "s, 1",
        "sec, 1",
        "second, 1",
        "ks, 1000",
        "min, 60",
        "minute, 60",
        "h, 3600",
        "hour, 3600",
        "d, 86400",
        "frames, 0",
        "'', 0"
    })
    void aUnitHasSoManySeconds(String unit, double seconds) {
        assertEquals(seconds, TimeUnits.seconds(unit));
    }
}
