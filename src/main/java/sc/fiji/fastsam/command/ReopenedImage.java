package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.WindowManager;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The image that a dialog takes where the one that it was opened for is closed meanwhile. */
final class ReopenedImage {

    private final Set<Integer> before;

    /** Knows the images that are open now. */
    ReopenedImage() {
        int[] ids = WindowManager.getIDList();
        before =
                ids == null
                        ? Set.of()
                        : IntStream.of(ids).boxed().collect(Collectors.toUnmodifiableSet());
    }

    /**
     * The active image in place of one that is closed, if it was opened since: the user was told to
     * open it again, or another.
     */
    Optional<ImagePlus> inPlaceOf(ImagePlus image) {
        boolean isClosed = image != null && image.getProcessor() == null;
        return Optional.ofNullable(WindowManager.getCurrentImage())
                .filter(active -> isClosed && !before.contains(active.getID()));
    }
}
