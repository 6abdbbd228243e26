package sc.fiji.fastsam.model.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.convert.CheckpointImport;
import sc.fiji.fastsam.model.download.Digest;
import sc.fiji.fastsam.model.download.RemoteFile;

/** Installs what the catalog names. */
public final class Installer {

    private final InstalledModels models;
    private final Source source;
    private final KnownDigests known;

    /**
     * @param models where to
     * @param source where from
     */
    public Installer(InstalledModels models, Source source) {
        this.models = models;
        this.source = source;
        this.known = new KnownDigests(models.folder());
    }

    /**
     * What came of an installation.
     *
     * @param model now there
     * @param notes what the user should know, a sentence each
     */
    public record Result(InstalledModel model, List<String> notes) {}

    /**
     * Fetches, checks and unpacks or converts an entry. One that is installed is left as it is.
     *
     * @param accepted the license that the user has read and accepted
     * @throws IllegalArgumentException if that is not the entry's, or the entry needs no
     *     installation
     * @throws java.util.concurrent.CancellationException when the listener says so; what has come
     *     is kept for another call
     * @throws IOException if it cannot be had; says why
     */
    public Result install(CatalogEntry entry, License accepted, Progress listener)
            throws IOException {
        if (!entry.license().equals(accepted)) {
            throw new IllegalArgumentException(
                    "The license of " + entry.id() + " must be accepted, not " + accepted.name());
        }
        if (entry.kind() == CatalogEntry.Kind.BUNDLED) {
            throw new IllegalArgumentException(entry.id() + " comes with this software.");
        }
        Optional<InstalledModel> there = models.find(entry.id());
        if (there.isPresent()) {
            return new Result(there.get(), List.of(entry.id() + " was installed already"));
        }
        List<String> notes = new ArrayList<>();
        Map<String, Digest> first = new LinkedHashMap<>();
        Path downloads = models.downloads(entry.id());
        for (RemoteFile file : entry.files()) {
            Path target = downloads.resolve(file.name());
            source.fetch(file, target, listener);
            if (file.digest().isEmpty()) {
                digest(file, target, notes, listener).ifPresent(d -> first.put(file.name(), d));
            }
        }
        Path stage = models.stage(entry.id());
        fill(entry, downloads, stage, listener);
        // NB: not before, or a wrong file would keep out the right one for good.
        known.addAll(first);
        Receipt.write(stage, facts(entry), listener);
        return new Result(models.commit(entry.id()), notes);
    }

    /** The digest of a file that came for the first time; nothing if it is the one of then. */
    private Optional<Digest> digest(
            RemoteFile file, Path target, List<String> notes, Progress listener)
            throws IOException {
        Digest seen = Digest.of(target, "SHA-256", listener);
        Optional<Digest> before = known.find(file.name());
        if (before.isPresent() && !before.get().equals(seen)) {
            Files.delete(target);
            throw new ModelException(
                    file.name()
                            + " differs from the first download: its "
                            + seen
                            + " should be "
                            + before.get().hex()
                            + ". Get it again; if it was rightly replaced by another, take its line"
                            + " out of "
                            + known.file()
                            + " first.");
        }
        notes.add(
                before.isPresent()
                        ? file.name() + " is the file that came the first time"
                        : "nobody publishes a digest of "
                                + file.name()
                                + ", so this download was trusted; later ones must be the same ("
                                + seen
                                + ")");
        return before.isPresent() ? Optional.empty() : Optional.of(seen);
    }

    private static void fill(CatalogEntry entry, Path downloads, Path stage, Progress listener)
            throws IOException {
        switch (entry.kind()) {
            case CHECKPOINT -> {
                Path checkpoint = downloads.resolve(entry.files().get(0).name());
                convert(checkpoint, stage.resolve(entry.id() + ".onnx"), listener);
            }
            case GPU_LIBRARIES -> GpuLibraries.fill(entry, downloads, stage, listener);
            default -> {
                for (RemoteFile file : entry.files()) {
                    Files.move(downloads.resolve(file.name()), stage.resolve(file.name()));
                }
            }
        }
    }

    private static void convert(Path checkpoint, Path onnx, Progress listener) throws IOException {
        try {
            CheckpointImport.convert(checkpoint, onnx, listener);
        } catch (ModelException e) {
            // NB: else the same file would be taken again.
            Files.deleteIfExists(checkpoint);
            throw e;
        }
    }

    private static Map<String, String> facts(CatalogEntry entry) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("title", entry.title());
        facts.put("license", entry.license().name());
        facts.put(
                "source",
                entry.files().stream().map(RemoteFile::origin).collect(Collectors.joining(" ")));
        return facts;
    }
}
