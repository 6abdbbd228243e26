package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import java.io.PrintWriter;
import java.io.Writer;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import sc.fiji.fastsam.imagej.CalibratedSettings;
import sc.fiji.fastsam.label.OverlapRule;
import sc.fiji.fastsam.onnx.Device;
import sc.fiji.fastsam.settings.Contrast;
import sc.fiji.fastsam.settings.DetectionSettings;
import sc.fiji.fastsam.settings.Diameter;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.LengthUnit;
import sc.fiji.fastsam.settings.Nested;
import sc.fiji.fastsam.settings.ObjectSettings;
import sc.fiji.fastsam.settings.ScaleSettings;
import sc.fiji.fastsam.settings.SegmentationSettings;

class SettingsOptionsTest {

    @Test
    void withoutOptionsTheSettingsAreTheDefaultsOfAllDoors() {
        assertEquals(CalibratedSettings.of(SegmentationSettings.defaults()), options());
    }

    @Test
    void everySettingHasItsOption() {
        SegmentationSettings expected =
                new SegmentationSettings(
                        new InputSettings(Contrast.DISPLAY, 1, 98),
                        new ScaleSettings(31.5, 640),
                        new DetectionSettings(0.25, 0.6, 17),
                        new ObjectSettings(0.8, 12, 3400, true, true, Nested.INNER));
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
    }

    @Test
    void theHelpNamesEveryChoice() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line = FastSamCommand.commandLine(new Console(nowhere, nowhere, false));
        String help =
                line.getSubcommands().get("segment").getUsageMessage().replaceAll("\\s+", " ");
        assertTrue(help.contains(Choices.all(OverlapRule.class)), help);
        assertTrue(help.contains(Choices.all(Device.class)), help);
        assertTrue(help.contains(Choices.all(Contrast.class)), help);
        for (Nested nested : Nested.values()) {
            assertTrue(help.contains(Choices.text(nested)), help);
        }
    }

    @Test
    void messagesNameOptionsInsteadOfSettings() {
        assertEquals(
                "--min-area must not exceed --max-area, but they were 5 and 3.",
                OptionNames.in("min_area must not exceed max_area, but they were 5 and 3."));
        assertEquals(
                "--device must be a known device.",
                OptionNames.in("device must be a known device."));
    }

    @Test
    void aDiameterMayHaveAUnit() {
        assertEquals(new Diameter(8, LengthUnit.UM), options("--diameter", "8um").diameter());
        assertEquals(Diameter.inPixels(12), options("--diameter=12").diameter());
    }

    private static SegmentationSettings settings(String... options) {
        ImagePlus any = IJ.createImage("any", 90, 70, 1, 8);
        return options(options).in(any);
    }

    private static CalibratedSettings options(String... options) {
        Holder holder = new Holder();
        new CommandLine(holder).parseArgs(options);
        return holder.options.toSettings();
    }

    @Command
    private static final class Holder {
        @Mixin private final SettingsOptions options = new SettingsOptions();
    }
}
