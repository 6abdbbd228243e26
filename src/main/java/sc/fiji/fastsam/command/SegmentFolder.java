package sc.fiji.fastsam.command;

import java.io.File;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.scijava.ItemVisibility;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import org.scijava.widget.FileWidget;
import org.scijava.widget.NumberWidget;
import sc.fiji.fastsam.batch.NamePatterns;
import sc.fiji.fastsam.engine.OutputKind;
import sc.fiji.fastsam.host.Bridged;
import sc.fiji.fastsam.host.Checked;
import sc.fiji.fastsam.host.StatusLine;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.KeyValues;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.SegmentationKeys;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.SettingKeys;
import sc.fiji.fastsam.settings.Settings;

/** Finds every object of all images of a folder, and writes the results into another. */
@Plugin(
        type = Command.class,
        label = SegmentFolder.LABEL,
        visible = false,
        description = "Finds every object of all images of a folder, and writes files.")
public final class SegmentFolder extends ContextCommand implements Bridged, Checked {

    /** Name of the menu entry and of the macro command. */
    public static final String LABEL = "Segment Folder...";

    /** Settings that have a field of their own. */
    private static final List<Setting<?>> OWN =
            List.of(
                    SegmentationKeys.DIAMETER,
                    SegmentationKeys.DIAMETER_UNIT,
                    SegmentationKeys.CONFIDENCE,
                    ImageKeys.STACK);

    private static final String ELSEWHERE =
            "Leave it out: prompts for folders are for fastsam select, and results are chosen by"
                    + " save_labels, save_rois, save_tables, save_overlays and save_geojson.";

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String files_heading = "Images";

    @Parameter(
            label = "Folder of images",
            description = "All images in it are segmented.",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File folder;

    @Parameter(
            label = "Subfolders too",
            description = "Takes subfolders too; the results repeat their structure.",
            persist = false)
    private boolean subfolders = false;

    @Parameter(
            label = "Only files like",
            description = "Patterns such as *_dapi.*, with ; between; empty = all images.",
            required = false,
            persist = false)
    private String include = "";

    @Parameter(
            label = "No files like",
            description = "Patterns of files to leave out, with ; between.",
            required = false,
            persist = false)
    private String exclude = "";

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String objects_heading = "Objects";

    @Parameter(
            label = "Object diameter (0 = automatic)",
            description =
                    "Diameter of a typical object. Set it if objects are missed, merged or split.",
            min = "0",
            persist = false)
    private double diameter = SegmentationKeys.DIAMETER.standard();

    @Parameter(
            label = "Diameter unit",
            description = "Pixels, the unit of the image's calibration, or a length by it.",
            choices = {"pixels", "calibrated", "nm", "um", "mm"},
            persist = false)
    private String diameter_unit = SegmentationKeys.DIAMETER_UNIT.standardText();

    @Parameter(
            label = SegmentationKeys.CONFIDENCE_LABEL,
            description = SegmentationKeys.CONFIDENCE_HELP,
            min = "0",
            max = "1",
            stepSize = "0.05",
            style = NumberWidget.SLIDER_STYLE,
            persist = false)
    private double confidence = SegmentationKeys.CONFIDENCE.standard();

    @Parameter(
            label = "Planes",
            description = "The plane that is shown, or all slices and frames of a stack.",
            choices = {"current plane", "whole stack"},
            persist = false)
    private String stack = ImageKeys.STACK.standardText();

    @Parameter(
            label = "Further settings",
            description = "As macros write them, such as min_area=20 channel=2; empty = defaults.",
            required = false,
            persist = false)
    private String settings = "";

    @Parameter(visibility = ItemVisibility.MESSAGE, required = false, persist = false)
    private final String results_heading = "Results";

    @Parameter(
            label = "Folder for the results",
            description = "Made if it is not there; empty = fastsam in the folder of images.",
            style = FileWidget.DIRECTORY_STYLE,
            required = false,
            persist = false)
    private File output_folder;

    @Parameter(
            label = "Label images",
            description = "NAME-labels.tif: pixels of object n hold n.",
            persist = false)
    private boolean save_labels = true;

    @Parameter(
            label = "ROI sets",
            description = "NAME-rois.zip, for the ROI Manager.",
            persist = false)
    private boolean save_rois = true;

    @Parameter(
            label = "Tables",
            description = "NAME-objects.csv, and objects.csv with the objects of all images.",
            persist = false)
    private boolean save_tables = true;

    @Parameter(label = "Pictures with outlines", description = "NAME-overlay.png.", persist = false)
    private boolean save_overlays = true;

    @Parameter(
            label = "GeoJSON for QuPath",
            description = "NAME-objects.geojson: outlines and measures.",
            persist = false)
    private boolean save_geojson = false;

    @Parameter(
            label = "Everything again",
            description = "Off: images that an earlier run did with these settings are left as is.",
            persist = false)
    private boolean force = false;

    private boolean bridged;

    @Override
    public List<String> begin(boolean dialog) {
        bridged = true;
        return List.of();
    }

    @Override
    public void check() {
        run(FolderRun::check);
    }

    /** Runs; a user's cancel becomes {@link #cancel}, anything else that goes wrong is thrown. */
    @Override
    public void run() {
        try {
            run(all -> all.run(CommandProgress.of(this)));
        } catch (CancellationException e) {
            if (bridged) {
                throw e;
            }
            cancel(e.getMessage());
        } finally {
            StatusLine.clear();
        }
    }

    private void run(Consumer<FolderRun> step) {
        if (folder == null || folder.getPath().isBlank()) {
            throw new IllegalArgumentException("folder must name a folder of images.");
        }
        boolean named = output_folder != null && !output_folder.getPath().isBlank();
        step.accept(
                new FolderRun(
                        folder.toPath(),
                        named ? output_folder.toPath() : folder.toPath().resolve("fastsam"),
                        subfolders,
                        new NamePatterns(patterns(include), patterns(exclude)),
                        kinds(),
                        values(),
                        force));
    }

    private static List<String> patterns(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(";"))
                        .map(String::strip)
                        .filter(pattern -> !pattern.isEmpty())
                        .toList();
    }

    private Set<OutputKind> kinds() {
        Set<OutputKind> kinds = EnumSet.noneOf(OutputKind.class);
        add(kinds, save_labels, OutputKind.LABELS);
        add(kinds, save_rois, OutputKind.ROIS);
        add(kinds, save_tables, OutputKind.TABLE);
        add(kinds, save_overlays, OutputKind.OVERLAY);
        add(kinds, save_geojson, OutputKind.GEOJSON);
        return kinds;
    }

    private static void add(Set<OutputKind> kinds, boolean wanted, OutputKind kind) {
        if (wanted) {
            kinds.add(kind);
        }
    }

    /** What the form says. */
    private Settings values() {
        String text = settings == null ? "" : settings;
        checkFurther(text);
        Settings own =
                Settings.DEFAULT
                        .with(SegmentationKeys.DIAMETER, diameter)
                        .withText(SegmentationKeys.DIAMETER_UNIT, diameter_unit)
                        .with(SegmentationKeys.CONFIDENCE, confidence)
                        .withText(ImageKeys.STACK, stack);
        return Settings.parse(text, further(), ELSEWHERE).and(own);
    }

    private static void checkFurther(String text) {
        Set<String> keys = KeyValues.parse(text).keySet();
        for (Setting<?> own : OWN) {
            if (keys.contains(own.key())) {
                throw new IllegalArgumentException(
                        "settings must not hold "
                                + own.key()
                                + ", which is a key of its own, but was \""
                                + text
                                + "\". Give it beside settings.");
            }
        }
    }

    private static List<Setting<?>> further() {
        List<Setting<?>> further = SettingKeys.ofObjects();
        further.removeAll(PromptKeys.all());
        further.removeAll(OWN);
        // NB: of files no selection counts, and words are prompts.
        further.removeAll(List.of(ImageKeys.REGION, NetworkKeys.CLIP));
        further.add(OutputKeys.LABELS_FORMAT);
        return further;
    }
}
