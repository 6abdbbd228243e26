package sc.fiji.fastsam.io.zarr.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * The folder of a store. Keys are paths below it, with slashes; the empty key is the folder itself.
 * Nothing outside is read, through links neither.
 */
public final class ZarrStore {

    /** Bytes of the longest JSON document that is read. */
    public static final long LONGEST_DOCUMENT = 32 << 20;

    private final Path root;

    private ZarrStore(Path root) {
        this.root = root;
    }

    /**
     * @param folder must be one
     * @throws IOException if it is not there
     */
    public static ZarrStore of(Path folder) throws IOException {
        return new ZarrStore(folder.toRealPath());
    }

    /** Key of something below another. */
    public static String join(String parent, String child) {
        return parent.isEmpty() ? child : parent + "/" + child;
    }

    /** The folder, without links in its path. */
    public Path root() {
        return root;
    }

    /**
     * The JSON object in a file; empty if there is no such file.
     *
     * @throws IOException if it is longer than 32 MiB or no JSON object
     */
    public Optional<JsonFields> document(String key) throws IOException {
        return document(key, false);
    }

    /**
     * Likewise, with the copy of all metadata below that it may have.
     *
     * @throws IOException as above
     */
    public Optional<JsonFields> wholeDocument(String key) throws IOException {
        return document(key, true);
    }

    private Optional<JsonFields> document(String key, boolean whole) throws IOException {
        Optional<Path> file = file(key);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        if (Files.size(file.get()) > LONGEST_DOCUMENT) {
            throw new IOException("has a " + key + " of more than 32 MiB. Write the store again.");
        }
        InputStream in = Files.newInputStream(file.get());
        try (Reader text = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            return Optional.of(JsonFields.read(key, text, whole));
        }
    }

    /**
     * All bytes of a file.
     *
     * @throws IOException if there are more than {@code most}
     */
    static byte[] readAll(Path file, String key, long most) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            if (size > most) {
                throw new IOException(
                        "has a file "
                                + key
                                + " of "
                                + size
                                + " bytes where at most "
                                + most
                                + " make sense. Write the store again.");
            }
            return read(channel, key, 0, (int) size);
        }
    }

    /**
     * Some bytes of a file.
     *
     * @throws IOException if they are not all there
     */
    static byte[] read(FileChannel channel, String key, long at, int length) throws IOException {
        if (at < 0 || at > channel.size() - length) {
            throw new IOException(
                    "has a chunk file "
                            + key
                            + " that is cut short: bytes "
                            + at
                            + " to "
                            + (at + length)
                            + " are wanted of "
                            + channel.size()
                            + ". Copy the store again.");
        }
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining()) {
            if (channel.read(bytes, at + bytes.position()) < 0) {
                throw new IOException("has a chunk file " + key + " that became shorter.");
            }
        }
        return bytes.array();
    }

    /**
     * The file of a key; empty if there is none.
     *
     * @throws IOException if it is not a file or lies outside of the store
     */
    Optional<Path> file(String key) throws IOException {
        Path path = resolve(key);
        try {
            BasicFileAttributes link = Files.readAttributes(path, BasicFileAttributes.class);
            if (!link.isRegularFile()) {
                throw new IOException("holds " + key + ", which is not a plain file.");
            }
            Path real = path.toRealPath();
            if (!real.startsWith(root)) {
                throw outside(key);
            }
            return Optional.of(real);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /**
     * True when a file or folder is there.
     *
     * @throws IOException as {@link #resolve}
     */
    public boolean exists(String key) throws IOException {
        return Files.exists(resolve(key));
    }

    /**
     * The path of a key, whether or not something is there.
     *
     * @throws IOException if it is absolute or has parts such as ".."
     */
    public Path resolve(String key) throws IOException {
        Path path = root;
        if (key.isEmpty()) {
            return path;
        }
        for (String part : key.split("/", -1)) {
            path = path.resolve(checked(part, key));
        }
        return path;
    }

    private Path checked(String part, String key) throws IOException {
        try {
            Path path = root.getFileSystem().getPath(part);
            boolean up = part.isEmpty() || part.equals(".") || part.equals("..");
            if (!up && !path.isAbsolute() && path.getNameCount() == 1 && path.getRoot() == null) {
                return path;
            }
        } catch (InvalidPathException e) {
            throw new IOException("names a path that cannot be one: " + e.getMessage() + ".", e);
        }
        throw outside(key);
    }

    private static IOException outside(String key) {
        return new IOException(
                "names \""
                        + key
                        + "\", which leads out of its folder. Copy what it refers to into the"
                        + " folder.");
    }
}
