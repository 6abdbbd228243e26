package sc.fiji.fastsam.updatesite;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the site's index says of one file: {@code plugin} in its XML.
 *
 * @param filename path in Fiji, with the version
 * @param platforms that get it; empty for all
 * @param current what is offered now; empty once a file is gone
 * @param past what was offered before: copies of these are updated or removed, all others count as
 *     the user's own
 */
record SiteEntry(
        String filename, List<String> platforms, Optional<Current> current, List<Past> past) {

    /**
     * The version offered.
     *
     * @param timestamp {@code yyyyMMddHHmmss}; also the end of the file's name on the site
     * @param filesize in bytes
     */
    record Current(
            String checksum,
            long timestamp,
            long filesize,
            String description,
            List<Dependency> dependencies) {}

    /**
     * A file that must be there too.
     *
     * @param filename its path without the version
     * @param timestamp of its version
     */
    record Dependency(String filename, long timestamp) {}

    /**
     * A version that was offered before.
     *
     * @param obsolete when it was replaced, 0 if unknown
     */
    record Past(String filename, long timestamp, long obsolete, String checksum) {}

    String identity() {
        return JarName.identity(filename);
    }

    /** The past with what is current now. */
    List<Past> pastFrom(long now) {
        List<Past> all = new ArrayList<>();
        current.ifPresent(c -> all.add(new Past(filename, c.timestamp(), now, c.checksum())));
        all.addAll(past);
        return List.copyOf(all);
    }

    /** The largest timestamp in it, 0 if it has none. */
    long newest() {
        long newest = current.map(Current::timestamp).orElse(0L);
        for (Past version : past) {
            newest = Math.max(newest, Math.max(version.timestamp(), version.obsolete()));
        }
        return newest;
    }
}
