package sc.fiji.fastsam.imagej.file;

import java.io.IOException;

/** Says that an image takes more than its share of the memory, and is to be segmented alone. */
public final class TooLargeBesideOthersException extends IOException {

    private static final long serialVersionUID = 1L;

    TooLargeBesideOthersException(int files) {
        super("takes more memory than one of " + files + " files at the same time may.");
    }
}
