package sc.fiji.fastsam.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;
import sc.fiji.fastsam.settings.LabelsFormat;
import sc.fiji.fastsam.settings.MeasureSettings;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.SegmentationSettings;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.Settings;

/** Options that become {@link SegmentationSettings}. The diameter may have a unit. */
final class SettingsOptions {

    private final OptionGroup group = new OptionGroup("What becomes an object", settings());

    /** The options in the model of a command. */
    ArgGroupSpec spec(int order) {
        return group.spec(order);
    }

    /**
     * The settings.
     *
     * @throws IllegalArgumentException if a value is out of its range
     */
    SegmentationSettings toSettings() {
        Settings values = group.values();
        return SegmentationSettings.of(values)
                .withDiameter(values.get(SegmentationKeys.DIAMETER_TEXT));
    }

    /**
     * Which object is on top in the label image.
     *
     * @throws IllegalArgumentException if it is none of the rules
     */
    OverlapRule overlap() {
        return group.values().get(OutputKeys.OVERLAP);
    }

    /**
     * What is measured besides.
     *
     * @throws IllegalArgumentException if channels are no numbers of such, or a ring is too wide
     */
    MeasureSettings measured() {
        return MeasureSettings.of(group.values());
    }

    /**
     * What label images are written as.
     *
     * @throws IllegalArgumentException if it is no such format
     */
    LabelsFormat labelsFormat() {
        return group.values().get(OutputKeys.LABELS_FORMAT);
    }

    private static List<Setting<?>> settings() {
        List<Setting<?>> settings = new ArrayList<>(SegmentationKeys.all());
        settings.set(settings.indexOf(SegmentationKeys.DIAMETER), SegmentationKeys.DIAMETER_TEXT);
        settings.addAll(OutputKeys.ofMeasures());
        settings.add(OutputKeys.OVERLAP);
        settings.add(OutputKeys.LABELS_FORMAT);
        return settings;
    }
}
