package sc.fiji.fastsam.engine;

import java.io.UncheckedIOException;
import java.util.List;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.Settings;
import sc.fiji.fastsam.text.ClipEncoders;
import sc.fiji.fastsam.text.ClipFiles;
import sc.fiji.fastsam.text.ObjectScorer;
import sc.fiji.fastsam.text.TextPrompt;
import sc.fiji.fastsam.text.TextQuery;
import sc.fiji.fastsam.text.TextScores;

/**
 * Compares objects with words by the CLIP that all of a JVM share: opened when it is needed, freed
 * when idle.
 *
 * @param files the two encoders
 * @param device where they run
 */
record WordScorer(ClipFiles files, DeviceRequest device) implements TextPrompt.Scorer {

    private static final SharedResource<WordScorer, ClipEncoders> SHARED =
            new SharedResource<>(
                    scorer -> ClipEncoders.open(scorer.files, scorer.device), ClipEncoders::close);

    /**
     * The CLIP that settings choose; its files are there.
     *
     * @throws UncheckedIOException if it is not; says how to install it
     */
    static WordScorer of(Settings settings) {
        try {
            return new WordScorer(
                    ClipFiles.find(settings.get(NetworkKeys.CLIP)), DeviceRequest.of(settings));
        } catch (ModelException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public TextScores score(
            RgbPlane plane, List<SegmentedObject> objects, TextQuery query, Progress progress) {
        try {
            return SHARED.use(
                    this,
                    Progress.quiet(progress::isCanceled),
                    clip -> new ObjectScorer(clip).score(plane, objects, query, progress));
        } catch (ModelException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }
}
