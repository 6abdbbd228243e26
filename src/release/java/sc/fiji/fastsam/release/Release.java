package sc.fiji.fastsam.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import sc.fiji.fastsam.updatesite.BuildException;
import sc.fiji.fastsam.updatesite.Distribution;
import sc.fiji.fastsam.updatesite.NewFolder;
import sc.fiji.fastsam.updatesite.Plan;
import sc.fiji.fastsam.updatesite.SiteFile;
import sc.fiji.fastsam.updatesite.UpdateSite;

/**
 * All that is published of a version.
 *
 * @param repository with the lists of {@code update-site}, LICENSE and CHANGELOG.md
 * @param distribution the unpacked one; its zip file lies beside it
 * @param previousSite the update site as it is now
 * @param now the time of the release
 */
record Release(Path repository, Path distribution, Optional<Path> previousSite, Instant now) {

    private static final String NAME = "FastSAM_IJ-";

    /**
     * Makes the folder; one that is there already is replaced once the new one is complete.
     *
     * @throws BuildException if the lists do not agree, or CHANGELOG.md says nothing of the version
     */
    void build(Path out) throws IOException, BuildException {
        Distribution jars = Distribution.in(distribution);
        String text = ReleaseText.of(repository.resolve("CHANGELOG.md"), jars.version());
        NewFolder.replace(out, folder -> fill(folder, jars, text));
    }

    private void fill(Path folder, Distribution jars, String text)
            throws IOException, BuildException {
        Path work = Files.createDirectory(folder.resolve("work"));
        Path lists = repository.resolve("update-site");
        List<SiteFile> files = Plan.files(jars, lists, work);
        String name = NAME + jars.version();
        writeForFiji(folder, name + "-fiji", files);
        writeForImageJ(folder, name, new ImageJFiles(files, Plan.fijisOwn(jars, lists)));
        writeForServers(folder, name + "-server", files);
        UpdateSite.build(files, previousSite, folder.resolve("update-site"), now);
        for (SiteFile file : files) {
            Files.deleteIfExists(work.resolve(file.source().getFileName()));
        }
        Files.delete(work);
        Files.writeString(folder.resolve("release.md"), text);
        Checksums.write(folder, "SHA256SUMS");
    }

    private void writeForFiji(Path folder, String name, List<SiteFile> files) throws IOException {
        Archive.write(folder.resolve(name + ".zip"), forFiji(files));
        for (String platform : SiteFile.platforms(files)) {
            List<SiteFile> some = files.stream().filter(file -> file.isFor(platform)).toList();
            Archive.write(folder.resolve(name + "-" + platform + ".zip"), forFiji(some));
        }
    }

    private void writeForServers(Path folder, String name, List<SiteFile> files)
            throws IOException {
        ServerZips zips = new ServerZips(serverZip(), distribution, files);
        zips.writeForAll(folder.resolve(name + ".zip"));
        for (String platform : SiteFile.platforms(files)) {
            zips.writeForPlatform(folder.resolve(name + "-" + platform + ".zip"), platform);
        }
    }

    private void writeForImageJ(Path folder, String name, ImageJFiles files) throws IOException {
        Archive.write(folder.resolve(name + ".zip"), licensed(files.forAll()));
        for (String platform : SiteFile.platforms(files.ours())) {
            Path zip = folder.resolve(name + "-" + platform + ".zip");
            Archive.write(zip, licensed(files.forPlatform(platform)));
        }
    }

    private TreeMap<String, Path> forFiji(List<SiteFile> files) {
        TreeMap<String, Path> entries = new TreeMap<>();
        files.forEach(file -> entries.put(file.path(), file.source()));
        return licensed(entries);
    }

    /** NB: not LICENSE: the zip is unpacked into a folder that has its own. */
    private TreeMap<String, Path> licensed(TreeMap<String, Path> entries) {
        entries.put("licenses/FastSAM-LICENSE.txt", repository.resolve("LICENSE"));
        return entries;
    }

    private Path serverZip() {
        return distribution.resolveSibling(distribution.getFileName() + ".zip");
    }
}
