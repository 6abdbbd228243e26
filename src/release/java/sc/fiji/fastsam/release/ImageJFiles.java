package sc.fiji.fastsam.release;

import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import sc.fiji.fastsam.updatesite.SiteFile;

/**
 * What goes into the folder of a plain ImageJ: all that goes into a Fiji, and what a Fiji has
 * itself. The names are without versions, so that unpacking a newer release replaces the files and
 * no jar is there twice.
 *
 * @param ours files that go into a Fiji
 * @param fijis jars that a Fiji has itself
 */
record ImageJFiles(List<SiteFile> ours, List<SiteFile> fijis) {

    private static final String PLUGINS = "plugins/";

    /** Paths in ImageJ's folder, with the natives of every platform. */
    TreeMap<String, Path> forAll() {
        TreeMap<String, Path> entries = new TreeMap<>();
        ours.forEach(file -> entries.put(path(file), file.source()));
        fijis.forEach(file -> entries.put(path(file), file.source()));
        return entries;
    }

    /** Paths in ImageJ's folder, with the natives of a platform. */
    TreeMap<String, Path> forPlatform(String platform) {
        TreeMap<String, Path> entries = forAll();
        for (SiteFile file : ours) {
            if (!file.isFor(platform)) {
                entries.remove(path(file));
            }
        }
        return entries;
    }

    private static String path(SiteFile file) {
        String identity = file.identity();
        String name = identity.substring(identity.lastIndexOf('/') + 1);
        return identity.startsWith(PLUGINS) ? PLUGINS + name : PLUGINS + "jars/" + name;
    }
}
