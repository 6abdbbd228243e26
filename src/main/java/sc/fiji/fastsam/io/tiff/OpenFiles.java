package sc.fiji.fastsam.io.tiff;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import sc.fiji.fastsam.io.Closing;

/** The files of one image: the one that was asked for, and those beside it that it names. */
final class OpenFiles implements Closeable {

    private static final int MOST = 500;

    private final Map<Path, TiffFile> files = new LinkedHashMap<>();

    TiffFile open(Path path) throws IOException {
        TiffFile known = files.get(path);
        if (known != null) {
            return known;
        }
        if (files.size() >= MOST) {
            throw new IOException(
                    "is spread over more than "
                            + MOST
                            + " files. Convert it to one OME-TIFF with bfconvert.");
        }
        TiffFile file = TiffFile.open(path);
        files.put(path, file);
        return file;
    }

    TiffFile first() {
        return files.values().iterator().next();
    }

    /**
     * A file beside the first.
     *
     * @throws IOException if it is not there, or the name leads to another folder
     */
    static Path beside(Path file, String name) throws IOException {
        Path other;
        try {
            other = file.resolveSibling(name);
        } catch (InvalidPathException e) {
            throw new IOException("names a file that cannot exist: \"" + name + "\".", e);
        }
        boolean plain = !name.contains("/") && !name.contains("\\") && !name.startsWith("..");
        if (!plain || !Files.isRegularFile(other)) {
            throw new IOException(
                    "names another file, \""
                            + name
                            + "\", that holds planes of it and is not beside it. Put it there.");
        }
        return other;
    }

    TiffFile openBeside(Path file, String name) throws IOException {
        Path other = beside(file, name);
        try {
            return open(other);
        } catch (IOException e) {
            throw new IOException(
                    "holds planes in the file \"" + name + "\", which " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        Closing.all(files.values(), TiffFile::close);
    }
}
