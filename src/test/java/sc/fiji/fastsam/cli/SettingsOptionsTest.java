package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.Nested;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.ObjectLimits;
import sc.fiji.fastsam.settings.ObjectSettings;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.SettingKeys;
import sc.fiji.fastsam.settings.Settings;

class SettingsOptionsTest {

    private static final List<Setting<?>> PROMPTS = PromptKeys.all();

    @Test
    void withoutOptionsTheSettingsAreTheDefaultsOfAllDoors() {
        assertEquals(SegmentationSettings.defaults(), settings());
        assertEquals(OverlapRule.SMALLEST_ON_TOP, options().overlap());
    }

    @Test
    void everySettingHasItsOption() {
        SegmentationSettings expected =
                new SegmentationSettings(
                        new InputSettings(Contrast.DISPLAY, 1, 98),
                        new ScaleSettings(Diameter.inPixels(31.5), 640),
                        new DetectionSettings(0.25, 0.6, 17),
                        new ObjectSettings(
                                0.8, Nested.INNER, true, new ObjectLimits(12, 3400, true)));
        assertEquals(
                expected,
                settings(
                        "--contrast=display",
                        "--low-percentile=1",
                        "--high-percentile=98",
                        "--diameter=31.5",
                        "--image-size=640",
                        "--confidence=0.25",
                        "--iou=0.6",
                        "--max-objects=17",
                        "--mask-iou=0.8",
                        "--min-area=12",
                        "--max-area=3400",
                        "--exclude-border",
                        "--smooth",
                        "--nested=INNER"));
        assertEquals(false, settings("--no-smooth").objects().smooth());
        assertEquals(
                OverlapRule.LARGEST_ON_TOP, options("--overlap-rule=largest-on-top").overlap());
    }

    @Test
    void aDiameterMayHaveAUnit() {
        Diameter micrometers = settings("--diameter", "8um").scale().diameter();
        assertEquals(new Diameter(8, LengthUnit.UM), micrometers);
        assertEquals(Diameter.inPixels(12), settings("--diameter=12").scale().diameter());
    }

    @Test
    void aFlagThatIsOnCanBeSwitchedOffOnly() {
        assertEquals(true, values(PROMPTS).get(PromptKeys.SECOND_LOOK));
        assertEquals(true, values(PROMPTS, "--second-look").get(PromptKeys.SECOND_LOOK));
        assertEquals(false, values(PROMPTS, "--no-second-look").get(PromptKeys.SECOND_LOOK));
    }

    @Test
    void wrongValuesAreNamedByTheirOption() {
        assertFails("--min-box-iou must lie between 0 and 1, but was 2.", "--min-box-iou=2");
        assertFails("--min-box-iou must be a number, but was \"x\".", "--min-box-iou=x");
        assertFails(
                "--point-rule must be one of best-score, merge, smallest, largest, but was \"a\".",
                "--point-rule=a");
    }

    @Test
    void valuesThatDoNotSuitOneAnotherAreNamedByTheirOptions() {
        var command = commandLine().getSubcommands().get("segment").getCommandSpec();
        assertEquals(
                "--min-area must not exceed --max-area, but they were 5 and 3.",
                OptionNames.in(
                        "min_area must not exceed max_area, but they were 5 and 3.", command));
        assertEquals(
                "--device must be a known device.",
                OptionNames.in("device must be a known device.", command));
        assertEquals(
                "mask_rule must be a text.", OptionNames.in("mask_rule must be a text.", command));
    }

    @Test
    void settingsWithAValueAreNamedByTheirOptions() {
        var command = commandLine().getSubcommands().get("segment").getCommandSpec();
        assertEquals(
                "took the first of 5 slices: --slices all takes all",
                OptionNames.inNote("took the first of 5 slices: slices = all takes all", command));
        assertEquals("--confidence 0.05.", OptionNames.inNote("confidence = 0.05.", command));
        assertEquals(
                "Switch it off (--no-smooth), or take subfolders (--recursive).",
                OptionNames.inNote(
                        "Switch it off (smooth = false), or take subfolders (subfolders = true).",
                        command));
        assertEquals(
                "slices of /data/min_area/max_area.tif",
                OptionNames.inNote("slices of /data/min_area/max_area.tif", command));
    }

    @Test
    void everyOptionThatIsDeclaredIsOneOfSelect() {
        var command = commandLine().getSubcommands().get("select").getCommandSpec();
        for (Setting<?> setting : SettingKeys.all()) {
            setting.option()
                    .ifPresent(name -> assertTrue(command.optionsMap().containsKey(name), name));
        }
    }

    @Test
    void theHelpNamesEveryChoiceAndDefault() {
        String help =
                commandLine()
                        .getSubcommands()
                        .get("segment")
                        .getUsageMessage()
                        .replaceAll("\\s+", " ");
        assertTrue(
                help.contains(
                        "One of smallest-on-top, highest-score-on-top, largest-on-top (default:"
                                + " smallest-on-top)."),
                help);
        assertTrue(help.contains("One of " + NetworkKeys.DEVICE.values()), help);
        assertTrue(help.contains("(default: 0, else 32 to 32768)."), help);
        assertEquals(Device.AUTO, NetworkKeys.DEVICE.standard());
    }

    private static void assertFails(String message, String option) {
        Exception e = assertThrows(IllegalArgumentException.class, () -> values(PROMPTS, option));
        assertEquals(message, e.getMessage());
    }

    private static SegmentationSettings settings(String... options) {
        return options(options).toSettings();
    }

    private static SettingsOptions options(String... given) {
        SettingsOptions options = new SettingsOptions();
        CommandLine line = new CommandLine(new Nothing());
        line.getCommandSpec().addArgGroup(options.spec(0));
        line.parseArgs(given);
        return options;
    }

    private static Settings values(List<Setting<?>> settings, String... given) {
        OptionGroup options = new OptionGroup("Any", settings);
        CommandLine line = new CommandLine(new Nothing());
        line.getCommandSpec().addArgGroup(options.spec(0));
        line.parseArgs(given);
        return options.values();
    }

    private static CommandLine commandLine() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return FastSamCommand.commandLine(new Console(nowhere, nowhere, false));
    }

    @Command
    private static final class Nothing {}
}
