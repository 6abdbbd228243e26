package sc.fiji.fastsam.model.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.download.Digest;
import sc.fiji.fastsam.model.download.Downloader;
import sc.fiji.fastsam.model.download.RemoteFile;

/** Where the files of the catalog come from. */
@FunctionalInterface
public interface Source {

    /**
     * Brings a file.
     *
     * @param target whose folder is there
     * @throws IOException if it cannot be had, or does not have its digest
     */
    void fetch(RemoteFile file, Path target, Progress listener) throws IOException;

    /** From where they are published, or from a mirror. */
    static Source of(Downloader downloader) {
        return (file, target, listener) -> {
            if (file.isByHand()) {
                throw new ModelException(
                        file.name()
                                + " is fetched by hand: get it from "
                                + file.origin()
                                + ", put it into a folder, and install it with --from and that"
                                + " folder.");
            }
            downloader.download(file, target, listener);
        };
    }

    /** From a folder that holds them under their names, for computers without a network. */
    static Source ofFolder(Path folder) {
        return (file, target, listener) ->
                copy(folder.resolve(file.name()), file, target, listener);
    }

    private static void copy(Path own, RemoteFile file, Path target, Progress listener)
            throws IOException {
        if (!Files.isRegularFile(own)) {
            throw new ModelException(
                    own + " is not there. Get it from " + file.origin() + " first.");
        }
        Optional<Digest> published = file.digest();
        if (published.isPresent()) {
            Digest found = Digest.of(own, published.get().algorithm(), listener);
            if (!found.equals(published.get())) {
                throw new ModelException(
                        own
                                + " is not the file that was published: its "
                                + found
                                + " should be "
                                + published.get().hex()
                                + ". Download it again.");
            }
        }
        Files.copy(own, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
