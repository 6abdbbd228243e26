package sc.fiji.fastsam.picker;

import ij.IJ;
import ij.plugin.frame.Recorder;
import sc.fiji.fastsam.command.SegmentSelection;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.imagej.prompt.TypedPrompts;
import sc.fiji.fastsam.settings.OutputKeys;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.Settings;

/** Tells the macro recorder what was picked: the line of Segment Selection that finds it again. */
final class PickRecord {

    private PickRecord() {}

    /** Adds the line for a pick, found by some settings; nothing when the recorder is off. */
    static void write(Pick pick, Settings by) {
        if (IJ.recording()) {
            String call = Recorder.scriptMode() ? "IJ.run(imp, \"" : "run(\"";
            String line = call + SegmentSelection.LABEL + "\", \"" + keys(pick, by) + "\");\n";
            // NB: as a text, for a command may be recorded whose dialog is open.
            Recorder.recordString(line);
        }
    }

    /** NB: without a label image the image stays active, for the next line. */
    static String keys(Pick pick, Settings by) {
        TypedPrompts typed =
                TypedPrompts.of(PromptList.everywhere(pick.prompts().prompts()).prompts());
        return by.with(PromptKeys.POINTS, typed.points())
                .with(PromptKeys.BOXES, typed.boxes())
                .with(OutputKeys.LABELS, false)
                .with(OutputKeys.OVERLAY, !by.get(OutputKeys.ROIS))
                .toString()
                .replace('\\', '/');
    }
}
