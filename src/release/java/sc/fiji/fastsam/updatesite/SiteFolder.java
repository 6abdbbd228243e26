package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the folder to upload: the index, and each file under its name with its timestamp. */
final class SiteFolder {

    /** The index's name, in the root of the site. */
    static final String INDEX = "db.xml.gz";

    private SiteFolder() {}

    /**
     * Writes a whole site into an empty folder.
     *
     * @param entries of the index
     * @param files whose content the entries offer
     */
    static void write(List<SiteEntry> entries, List<SiteFile> files, Path folder)
            throws IOException {
        Map<String, Path> sources =
                files.stream().collect(Collectors.toMap(SiteFile::path, SiteFile::source));
        for (SiteEntry entry : entries) {
            if (entry.current().isPresent()) {
                Path target =
                        folder.resolve(entry.filename() + "-" + entry.current().get().timestamp());
                Files.createDirectories(target.getParent());
                Files.copy(sources.get(entry.filename()), target);
            }
        }
        IndexWriter.write(entries, folder.resolve(INDEX));
    }
}
