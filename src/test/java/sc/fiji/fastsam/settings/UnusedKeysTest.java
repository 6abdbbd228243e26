package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class UnusedKeysTest {

    private static List<String> of(String settings) {
        return UnusedKeys.of(Settings.parse(settings, SettingKeys.all(), ""));
    }

    @Test
    void whatOthersMakeMeaninglessIsNamedWithThem() {
        assertEquals(
                List.of("table_name is not used, as table is false"), of("table_name=[My cells]"));
        assertEquals(
                List.of("measure_channels is not used, as table is false"),
                of("measure_channels=2"));
        assertEquals(List.of("measure_ring is not used, as table is false"), of("measure_ring=8"));
        assertEquals(
                List.of("summary_name is not used, as summary is false"),
                of("summary_name=[All images] table=true"));
        assertEquals(List.of("max_gap is not used, as link is none"), of("max_gap=3"));
        assertEquals(
                List.of("diameter_unit is not used, as diameter is 0"), of("diameter_unit=um"));
        assertEquals(
                List.of(
                        "low_percentile is not used, as contrast is display",
                        "high_percentile is not used, as contrast is display"),
                of("contrast=display low_percentile=2 high_percentile=98"));
    }

    @Test
    void whatCountsIsNotNorWhatIsNotStated() {
        assertEquals(
                List.of(),
                of(
                        "table=true table_name=a measure_channels=2 measure_ring=8 summary=true summary_name=b"
                                + " link=frames max_gap=3 diameter=8 diameter_unit=um"
                                + " low_percentile=2 high_percentile=98"));
        assertEquals(List.of(), of("contrast=display"));
    }

    @Test
    void ofARunOnFilesMeasuresCountWhereItWritesThem() {
        Settings settings =
                Settings.parse(
                        "measure_channels=2 measure_ring=8 max_gap=3", SettingKeys.all(), "");
        String gap = "max_gap is not used, as link is none";
        assertEquals(List.of(gap), UnusedKeys.ofFiles(settings, true));
        String reason = " is not used, as neither tables nor GeoJSON are written";
        assertEquals(
                List.of(gap, "measure_channels" + reason, "measure_ring" + reason),
                UnusedKeys.ofFiles(settings, false));
    }
}
