package sc.fiji.fastsam.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;

/** The trainer's scale.py chooses scales by the numbers that the product has. */
class TrainerScaleTest {

    private static final Path PYTHON = Path.of("models/training/fastsam_train/scale.py");
    private static final Path JAVA = Path.of("src/main/java/sc/fiji/fastsam/segment");

    private static Map<String, String> constants(Path file, String form) throws IOException {
        Map<String, String> constants = new HashMap<>();
        Matcher match = Pattern.compile(form, Pattern.MULTILINE).matcher(Files.readString(file));
        while (match.find()) {
            constants.put(match.group(1), match.group(2));
        }
        return constants;
    }

    private static double number(String text) {
        String[] parts = text.strip().split("/");
        double number = Double.parseDouble(parts[0].strip().replaceAll("f$", ""));
        return parts.length == 1 ? number : number / Double.parseDouble(parts[1].strip());
    }

    private static double java(String name) throws IOException {
        int dot = name.lastIndexOf('.');
        String form = "static final \\w+ (\\w+) = ([^;]+);";
        return number(
                constants(JAVA.resolve(name.substring(0, dot) + ".java"), form)
                        .get(name.substring(dot + 1)));
    }

    private static String python(String name) throws IOException {
        return python(PYTHON, name);
    }

    private static String python(Path file, String name) throws IOException {
        return constants(file, "^([A-Z_]+) = (.+)$").get(name);
    }

    @ParameterizedTest
    @CsvSource({
        "LOOK_SIDE, ScaleSearch.LOOK_SIDE",
        "LOOKS, ScaleSearch.LOOKS",
        "WINDOW_LOOKS, ScaleSearch.WINDOW_LOOKS",
        "CLOSE, ScaleSearch.CLOSE",
        "STEP, ScaleSearch.STEP",
        "SURE, ScaleSearch.SURE",
        "CLEAR, ScaleSearch.CLEAR",
        "NEAR, ScaleSearch.NEAR",
        "DOUBTFUL, ScaleSearch.DOUBTFUL",
        "SURER, ScaleSearch.SURER",
        "SMALL, ScaleSearch.SMALL",
        "NEARER, ScaleSearch.NEARER",
        "LEAST_SIDE, ScaleSearch.LEAST_SIDE",
        "FILLING, Look.FILLING",
        "SMALLER, Look.SMALLER",
        "MEDIAN_OVER_SMALLER, Look.MEDIAN_OVER_SMALLER",
        "LOOK_CONFIDENCE, PlaneSight.CONFIDENCE",
        "LOOK_IOU, PlaneSight.IOU",
        "WINDOW_SIDE, PlaneSight.WINDOW_SIDE",
        "WINDOWS, PlaneSight.WINDOWS",
        "BLOCK, Structure.BLOCK",
    })
    void itsNumbersAreThoseOfTheProduct(String python, String java) throws IOException {
        assertEquals(java(java), number(python(python)), java);
    }

    @ParameterizedTest
    @CsvSource({
        "SHARE, SureObjects.SHARE",
        "ALWAYS, SureObjects.ALWAYS",
        "LEAST_SCORE, ../settings/DetectionSettings.LEAST_AUTOMATIC",
    })
    void itsLeastScoresAreThoseOfTheProduct(String python, String java) throws IOException {
        assertEquals(java(java), number(python(PYTHON.resolveSibling("predict.py"), python)), java);
    }

    @Test
    void itsLimitsAreThoseOfTheProduct() throws IOException {
        String[] gains = python("GAINS").replaceAll("[()]", "").split(",");
        assertEquals(java("ScaleSearch.MIN_GAIN"), number(gains[0]));
        assertEquals(java("ScaleSearch.MAX_GAIN"), number(gains[1]));
        String[] looks = python("LOOK_GAINS").replaceAll("[()]", "").split(",");
        assertEquals(java("ScaleSearch.MIN_LOOK_GAIN"), number(looks[0]));
        assertEquals(java("ScaleSearch.MAX_LOOK_GAIN"), number(looks[1]));
    }

    @Test
    void itsFavoriteDiameterIsThatOfTheBundledNetwork() throws IOException {
        try (NetworkSegmenter bundled =
                NetworkSegmenter.open(NetworkId.of(ModelFile.bundled(), DeviceRequest.AUTO))) {
            assertEquals(
                    number(python("FAVORITE_DIAMETER")),
                    bundled.model().favoriteDiameter().orElseThrow());
        }
    }
}
