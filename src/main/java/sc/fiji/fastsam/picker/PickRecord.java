package sc.fiji.fastsam.picker;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.plugin.frame.Recorder;
import java.awt.Component;
import java.awt.TextArea;
import sc.fiji.fastsam.command.SegmentSelection;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.TypedPrompts;
import sc.fiji.fastsam.settings.ImageKeys;
import sc.fiji.fastsam.settings.IndexRange;
import sc.fiji.fastsam.settings.KeyValues;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.Settings;

/** Tells the macro recorder what was picked: the line of Segment Selection that finds it again. */
final class PickRecord {

    private PickRecord() {}

    /**
     * Adds the line for a pick, found by some settings; nothing when the recorder is off.
     *
     * <p>NB: as a text, for a command may be recorded whose dialog is open. Another image may have
     * become active since the click, of which the recorder was told.
     *
     * @return what takes the line out again, if it is there then
     */
    static Runnable write(ImagePlus image, Pick pick, Settings by) {
        if (!IJ.recording()) {
            return () -> {};
        }
        String line = run(keys(image, pick, by));
        ImagePlus active = WindowManager.getCurrentImage();
        boolean isActive = active == null || active == image;
        String text = isActive ? line : select(image) + line + select(active);
        Recorder.recordString(text);
        return () -> erase(text);
    }

    /** Takes the last such text out of the recorder's. */
    private static void erase(String text) {
        if (Recorder.getInstance() == null) {
            return;
        }
        for (Component component : Recorder.getInstance().getComponents()) {
            if (component instanceof TextArea area && area.getText().contains(text)) {
                int start = area.getText().lastIndexOf(text);
                area.replaceRange("", start, start + text.length());
            }
        }
    }

    private static String run(String keys) {
        String call = Recorder.scriptMode() ? "IJ.run(imp, \"" : "run(\"";
        return call + SegmentSelection.LABEL + "\", \"" + KeyValues.escaped(keys) + "\");\n";
    }

    private static String select(ImagePlus image) {
        String call = Recorder.scriptMode() ? "imp = WindowManager.getImage(\"" : "selectImage(\"";
        return call + KeyValues.escaped(image.getTitle()) + "\");\n";
    }

    /**
     * The keys that mean the pick's plane, whatever the image shows then. Without a label image the
     * image stays active, for the next line; regions, unlike an overlay, stay beside earlier ones.
     */
    static String keys(ImagePlus image, Pick pick, Settings by) {
        TypedPrompts typed =
                TypedPrompts.of(PromptList.everywhere(pick.prompts().prompts()).prompts());
        return planes(image, pick, by)
                .with(PromptKeys.POINTS, typed.points())
                .with(PromptKeys.BOXES, typed.boxes())
                .with(OutputKeys.LABELS, false)
                .with(OutputKeys.ROIS, true)
                .toString()
                .replace('\\', '/');
    }

    private static Settings planes(ImagePlus image, Pick pick, Settings by) {
        Settings planes = by;
        if (image.getNSlices() > 1) {
            planes = planes.with(ImageKeys.SLICES, IndexRange.of(pick.plane().slice()));
        }
        if (image.getNFrames() > 1) {
            planes = planes.with(ImageKeys.FRAMES, IndexRange.of(pick.plane().frame()));
        }
        ChannelSource asked = pick.channel(image, by);
        return planes.with(ImageKeys.CHANNEL, asked.number());
    }
}
