package sc.fiji.fastsam.release;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Zip files to download. */
final class Archive {

    private Archive() {}

    /**
     * Writes a new file. NB: hardly compressed, as jars are compressed themselves.
     *
     * @param entries files, by the names they get
     */
    static void write(Path zip, SortedMap<String, Path> entries) throws IOException {
        try (OutputStream file = Files.newOutputStream(zip);
                ZipOutputStream out = new ZipOutputStream(file)) {
            out.setLevel(Deflater.BEST_SPEED);
            for (Map.Entry<String, Path> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setLastModifiedTime(Files.getLastModifiedTime(entry.getValue()));
                out.putNextEntry(header);
                Files.copy(entry.getValue(), out);
                out.closeEntry();
            }
        }
    }
}
