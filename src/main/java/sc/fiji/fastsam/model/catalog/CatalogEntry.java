package sc.fiji.fastsam.model.catalog;

import java.util.List;
import sc.fiji.fastsam.model.download.RemoteFile;

/**
 * Something that can be installed.
 *
 * @param id short name, for commands
 * @param title one line
 * @param kind what becomes of the files
 * @param license to be accepted before
 * @param files what is fetched; none for what comes with this software
 */
public record CatalogEntry(
        String id, String title, Kind kind, License license, List<RemoteFile> files) {

    /** What an entry's files are. */
    public enum Kind {
        /** A network in this software itself. */
        BUNDLED,
        /** A checkpoint of PyTorch, from which a network is imported. */
        CHECKPOINT,
        /** The two networks that compare words with images. */
        WORDS,
        /** Native libraries of ONNX Runtime. */
        GPU_LIBRARIES
    }

    /** Copies the list. */
    public CatalogEntry {
        files = List.copyOf(files);
    }

    /** Bytes to fetch, about. */
    public long size() {
        return files.stream().mapToLong(RemoteFile::size).sum();
    }
}
