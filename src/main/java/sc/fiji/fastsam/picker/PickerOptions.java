package sc.fiji.fastsam.picker;

import ij.IJ;
import ij.gui.GenericDialog;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.engine.ImageTask;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.host.Failure;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.Settings;

/** The tool's options: those settings that decide what is under the pointer. */
final class PickerOptions {

    private static final List<Setting<?>> ASKED =
            List.of(
                    SegmentationKeys.DIAMETER,
                    SegmentationKeys.DIAMETER_UNIT,
                    OutputKeys.ROIS,
                    ImageKeys.CHANNEL,
                    SegmentationKeys.CONTRAST,
                    SegmentationKeys.STAIN,
                    NetworkKeys.MODEL,
                    NetworkKeys.DEVICE);

    private PickerOptions() {}

    /** The user's choice, beginning with what is set now; nothing after Cancel. */
    static Optional<Settings> ask(Settings now) {
        Settings shown = now;
        while (true) {
            GenericDialog dialog = dialog(shown);
            dialog.showDialog();
            // NB: not wasCanceled(), which stops a macro that happens to run on another thread.
            if (!dialog.wasOKed()) {
                return Optional.empty();
            }
            try {
                shown = read(dialog);
                ImageTask.of(shown);
                Segmenters.Request.of(shown);
                return Optional.of(shown);
            } catch (IllegalArgumentException | UncheckedIOException e) {
                IJ.showMessage(ObjectPickerTool.NAME, Failure.wrapped(Failure.message(e)));
            }
        }
    }

    private static GenericDialog dialog(Settings shown) {
        GenericDialog dialog = new GenericDialog(ObjectPickerTool.NAME);
        ASKED.forEach(setting -> add(dialog, setting, shown));
        return dialog;
    }

    private static <T> void add(GenericDialog dialog, Setting<T> setting, Settings shown) {
        String value = setting.text(shown.get(setting));
        if (setting.isFlag()) {
            dialog.addCheckbox(setting.label(), Boolean.parseBoolean(value));
        } else if (setting.choices().isEmpty()) {
            dialog.addStringField(setting.label(), value, 12);
        } else {
            dialog.addChoice(setting.label(), setting.choices().toArray(String[]::new), value);
        }
    }

    private static Settings read(GenericDialog dialog) {
        Settings settings = Settings.DEFAULT;
        for (Setting<?> setting : ASKED) {
            settings = settings.withText(setting, value(dialog, setting));
        }
        return settings;
    }

    private static String value(GenericDialog dialog, Setting<?> setting) {
        if (setting.isFlag()) {
            return Boolean.toString(dialog.getNextBoolean());
        }
        return setting.choices().isEmpty()
                ? dialog.getNextString().strip()
                : dialog.getNextChoice();
    }
}
