package sc.fiji.fastsam.model.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import sc.fiji.fastsam.model.FileKind;
import sc.fiji.fastsam.model.pickle.PickleReader;

/**
 * The zip archive that {@code torch.save} writes: a pickle and, one entry each, the storages of its
 * tensors. Nothing is unpacked to disk; memory goes with the largest tensor read. Not thread-safe.
 */
public final class CheckpointFile implements AutoCloseable {

    /** Largest pickle that is read; that of the largest network has 0.3 MB. */
    static final int MOST_PICKLE_BYTES = 16 << 20;

    private static final String PICKLE = "/data.pkl";

    private final ZipFile zip;
    private final String folder;
    private final long size;

    private CheckpointFile(ZipFile zip, String folder, long size) {
        this.zip = zip;
        this.folder = folder;
        this.size = size;
    }

    /**
     * Opens a file.
     *
     * @throws CheckpointException if it is no checkpoint; says what it is instead
     * @throws IOException if it cannot be read
     */
    public static CheckpointFile open(Path path) throws IOException {
        OtherFiles.check(FileKind.of(path));
        ZipFile zip = openZip(path);
        try {
            CheckpointFile file = new CheckpointFile(zip, folder(zip), Files.size(path));
            file.checkByteOrder();
            return file;
        } catch (IOException | RuntimeException e) {
            zip.close();
            throw e;
        }
    }

    private static ZipFile openZip(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (ZipException e) {
            throw new CheckpointException(
                    "is damaged or incomplete (" + e.getMessage() + "). Download or copy it again");
        }
    }

    /** The only folder of the archive, as PyTorch names it: after the file. */
    private static String folder(ZipFile zip) throws CheckpointException {
        List<String> pickles =
                zip.stream()
                        .map(ZipEntry::getName)
                        .filter(name -> name.indexOf('/') == name.length() - PICKLE.length())
                        .filter(name -> name.endsWith(PICKLE))
                        .limit(2)
                        .toList();
        if (pickles.size() != 1) {
            throw new CheckpointException(
                    "is a zip archive, but not of PyTorch: it holds "
                            + pickles.size()
                            + " entries NAME/data.pkl, not one");
        }
        String folder = pickles.get(0).substring(0, pickles.get(0).length() - PICKLE.length() + 1);
        if (zip.getEntry(folder + "constants.pkl") != null) {
            throw new CheckpointException(
                    "is a TorchScript file, which holds a program instead of a network's modules."
                            + " Import the .pt file from which it was exported");
        }
        return folder;
    }

    /** Bytes on disk. */
    public long size() {
        return size;
    }

    private void checkByteOrder() throws IOException {
        ZipEntry entry = zip.getEntry(folder + "byteorder");
        if (entry != null) {
            String order = new String(read(entry, 0, "little".length()), StandardCharsets.UTF_8);
            if (!order.equals("little")) {
                throw new CheckpointException("was written on a big-endian computer");
            }
        }
    }

    /**
     * What the pickle holds.
     *
     * @throws IOException if it is damaged, too large, or names classes that are not known
     */
    Object readPickle() throws IOException {
        ZipEntry entry = entry("data.pkl");
        if (entry.getSize() > MOST_PICKLE_BYTES) {
            throw new CheckpointException(
                    "has a pickle of "
                            + entry.getSize()
                            + " bytes; at most "
                            + MOST_PICKLE_BYTES
                            + " are read");
        }
        byte[] pickle = read(entry, 0, (int) entry.getSize());
        return PickleReader.read(pickle, KnownClasses::contains);
    }

    /**
     * The numbers of a tensor, in row-major order.
     *
     * @throws CheckpointException if they lie beyond the end of their storage
     */
    float[] read(TensorReference tensor) throws IOException {
        ZipEntry entry = entry("data/" + tensor.key());
        int count = tensor.count();
        int bytes = tensor.type().bytes();
        if (tensor.offset() > entry.getSize() / bytes - count
                || (long) count * bytes > Integer.MAX_VALUE) {
            throw new CheckpointException(
                    "has a tensor of "
                            + count
                            + " numbers at "
                            + tensor.offset()
                            + " in a storage of "
                            + entry.getSize()
                            + " bytes, which is too short");
        }
        byte[] stored = read(entry, tensor.offset() * bytes, count * bytes);
        return rowMajor(tensor, ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN));
    }

    /** NB: strides other than row-major ones are those of {@code channels_last}. */
    private static float[] rowMajor(TensorReference tensor, ByteBuffer stored) {
        float[] values = new float[tensor.count()];
        int[] index = new int[tensor.shape().length];
        int place = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = tensor.type().get(stored.position(place * tensor.type().bytes()));
            for (int axis = index.length - 1; axis >= 0; axis--) {
                place += tensor.strides()[axis];
                if (++index[axis] < tensor.shape()[axis]) {
                    break;
                }
                place -= tensor.strides()[axis] * index[axis];
                index[axis] = 0;
            }
        }
        return values;
    }

    /** NB: PyTorch never compresses, so an entry can never be larger than the file. */
    private ZipEntry entry(String name) throws CheckpointException {
        ZipEntry entry = zip.getEntry(folder + name);
        if (entry == null) {
            throw new CheckpointException(
                    "is incomplete: " + folder + name + " is missing. Download or copy it again");
        }
        if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
            throw new CheckpointException(
                    "is compressed, which PyTorch never does. Unpack it, and pack it again with"
                            + " zip -0 -r FILE.pt "
                            + folder);
        }
        if (entry.getSize() > size) {
            throw new CheckpointException("is damaged: " + entry + " is longer than the file");
        }
        return entry;
    }

    private byte[] read(ZipEntry entry, long from, int count) throws IOException {
        try (InputStream in = zip.getInputStream(entry)) {
            in.skipNBytes(from);
            byte[] bytes = in.readNBytes(count);
            if (bytes.length < count) {
                throw new CheckpointException("ends within " + entry.getName());
            }
            return bytes;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
