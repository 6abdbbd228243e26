package sc.fiji.fastsam.segment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.settings.Device;

/**
 * A network as it was when it was opened.
 *
 * @param file where it came from
 * @param state size and time of the file, so that one put in its place is another network
 * @param device that runs it; devices differ in the last digits
 */
record NetworkId(ModelFile file, String state, Device device) {

    static NetworkId of(ModelFile file, Device device) {
        return new NetworkId(file, file.path().map(NetworkId::state).orElse(""), device);
    }

    private static String state(Path path) {
        try {
            return Files.size(path) + " " + Files.getLastModifiedTime(path).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
