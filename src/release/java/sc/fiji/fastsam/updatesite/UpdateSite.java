package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Builds the folder of an update site. */
public final class UpdateSite {

    private UpdateSite() {}

    /**
     * Builds the folder; it is there complete or not at all.
     *
     * @param files all that the site offers
     * @param previous the site as it is now: its folder, or its {@code db.xml.gz}
     * @param out the folder to make
     * @param now the time of what is new
     * @throws BuildException if the folder exists or cannot be made, or the previous site cannot be
     *     read
     */
    public static void build(List<SiteFile> files, Optional<Path> previous, Path out, Instant now)
            throws IOException, BuildException {
        List<SiteEntry> before = previous.isPresent() ? read(previous.get()) : List.of();
        List<SiteEntry> entries = NextIndex.of(before, files, Timestamp.next(now, before));
        NewFolder.create(out, folder -> SiteFolder.write(entries, files, folder));
    }

    private static List<SiteEntry> read(Path site) throws IOException, BuildException {
        Path index = Files.isDirectory(site) ? site.resolve(SiteFolder.INDEX) : site;
        if (!Files.isRegularFile(index)) {
            throw new BuildException(
                    site
                            + " is not an update site: there is no "
                            + index
                            + ". Name the site's"
                            + " folder or its "
                            + SiteFolder.INDEX
                            + "; leave it out for the very"
                            + " first release.");
        }
        return IndexReader.read(index);
    }
}
