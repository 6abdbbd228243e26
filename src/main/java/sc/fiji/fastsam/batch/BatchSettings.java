package sc.fiji.fastsam.batch;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import sc.fiji.fastsam.settings.OverlapRule;
import sc.fiji.fastsam.settings.SegmentationSettings;

/**
 * What a run does with each file.
 *
 * @param folder where the results go
 * @param outputs which results are written
 * @param plane which plane is taken
 * @param segmentation settings of the segmentation, with a diameter that may need calibration
 * @param overlap which object is on top in the label image
 */
public record BatchSettings(
        Path folder,
        Set<OutputKind> outputs,
        PlaneChoice plane,
        SegmentationSettings segmentation,
        OverlapRule overlap) {

    /**
     * @throws IllegalArgumentException if there is nothing to write
     */
    public BatchSettings {
        Objects.requireNonNull(folder, "folder");
        Objects.requireNonNull(plane, "plane");
        Objects.requireNonNull(segmentation, "segmentation");
        Objects.requireNonNull(overlap, "overlap");
        outputs = Set.copyOf(outputs);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("Nothing to write: choose at least one output.");
        }
    }
}
