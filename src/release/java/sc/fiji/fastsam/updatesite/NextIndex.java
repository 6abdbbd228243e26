package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The index of a site after files have been added, changed or taken away. */
final class NextIndex {

    private final Map<String, SiteEntry> before = new TreeMap<>();
    private final List<SiteFile> files;
    private final long now;
    private final Map<String, Long> timestamps = new HashMap<>();
    private final Map<String, String> checksums = new HashMap<>();

    private NextIndex(List<SiteEntry> before, List<SiteFile> files, long now) {
        before.forEach(entry -> this.before.merge(entry.identity(), entry, NextIndex::join));
        this.files = files;
        this.now = now;
    }

    /**
     * The entries of a site that offers some files. A file that has not changed keeps its timestamp
     * and nobody downloads it again; one that has changed or gone is kept as a previous version.
     *
     * @param before entries of the site so far
     * @param files all that is offered now
     * @param now timestamp of what is new
     * @return the files in their order, then what is gone, by path
     */
    static List<SiteEntry> of(List<SiteEntry> before, List<SiteFile> files, long now)
            throws IOException {
        return new NextIndex(before, files, now).entries();
    }

    private List<SiteEntry> entries() throws IOException {
        for (SiteFile file : files) {
            String checksum = Checksum.of(file.path(), file.source());
            checksums.put(file.identity(), checksum);
            timestamps.put(file.identity(), unchanged(file, checksum).orElse(now));
        }
        List<SiteEntry> entries = new ArrayList<>();
        for (SiteFile file : files) {
            entries.add(entry(file));
            before.remove(file.identity());
        }
        before.values().forEach(gone -> entries.add(gone(gone)));
        return entries;
    }

    private SiteEntry entry(SiteFile file) throws IOException {
        long timestamp = timestamps.get(file.identity());
        SiteEntry.Current current =
                new SiteEntry.Current(
                        checksums.get(file.identity()),
                        timestamp,
                        Files.size(file.source()),
                        file.description(),
                        dependencies(file));
        return new SiteEntry(
                file.path(), file.platforms(), Optional.of(current), past(file, timestamp));
    }

    private List<SiteEntry.Dependency> dependencies(SiteFile file) {
        return file.dependencies().stream()
                .map(name -> new SiteEntry.Dependency(name, timestamps.get(name)))
                .toList();
    }

    private List<SiteEntry.Past> past(SiteFile file, long timestamp) {
        SiteEntry entry = before.get(file.identity());
        if (entry == null) {
            return List.of();
        }
        return timestamp == now ? entry.pastFrom(now) : entry.past();
    }

    /** The timestamp that a file keeps. */
    private Optional<Long> unchanged(SiteFile file, String checksum) {
        return Optional.ofNullable(before.get(file.identity()))
                .filter(entry -> entry.filename().equals(file.path()))
                .flatMap(SiteEntry::current)
                .filter(current -> current.checksum().equals(checksum))
                .map(SiteEntry.Current::timestamp);
    }

    private SiteEntry gone(SiteEntry entry) {
        return new SiteEntry(
                entry.filename(), entry.platforms(), Optional.empty(), entry.pastFrom(now));
    }

    /** NB: old sites have {@code x-1.0.jar} and {@code x-1.1.jar} as two entries. */
    private static SiteEntry join(SiteEntry a, SiteEntry b) {
        SiteEntry kept = a.current().isPresent() ? a : b;
        SiteEntry other = kept == a ? b : a;
        List<SiteEntry.Past> past = new ArrayList<>(kept.past());
        past.addAll(other.pastFrom(0));
        return new SiteEntry(kept.filename(), kept.platforms(), kept.current(), past);
    }
}
