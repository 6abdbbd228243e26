package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What goes into a Fiji, after the lists in {@code update-site}: {@code jars.txt} (where each
 * library goes), {@code natives.txt} (which natives are of which platform) and {@code
 * fiji-jars.txt} (what Fiji ships).
 */
public final class Plan {

    private static final String DESCRIPTION =
            "FastSAM for Fiji: segments everything in a microscopy image.";

    private static final String LIBRARY = "Used by FastSAM for Fiji.";

    private final Distribution distribution;
    private final Path lists;
    private final Path work;
    private final Fates fates;
    private final PlanCheck check;

    private Plan(Distribution distribution, Path lists, Path work)
            throws IOException, BuildException {
        this.distribution = distribution;
        this.lists = lists;
        this.work = work;
        fates = Fates.read(lists.resolve("jars.txt"));
        FijiJars fiji = FijiJars.read(lists.resolve("fiji-jars.txt"));
        check = PlanCheck.of(distribution, fates, fiji);
    }

    /**
     * The files of a Fiji that are ours.
     *
     * @param lists the folder with the lists
     * @param work where jars are written that are not in the distribution as they are
     * @return the plugin first
     * @throws BuildException if the lists, Fiji's jars and the byte code do not agree
     */
    public static List<SiteFile> files(Distribution distribution, Path lists, Path work)
            throws IOException, BuildException {
        return new Plan(distribution, lists, work).files();
    }

    /**
     * The libraries that a Fiji has itself, at the places where it has them.
     *
     * @param lists the folder with the lists
     */
    public static List<SiteFile> fijisOwn(Distribution distribution, Path lists)
            throws IOException, BuildException {
        Fates fates = Fates.read(lists.resolve("jars.txt"));
        List<SiteFile> files = new ArrayList<>();
        for (Path library : distribution.libraries()) {
            if (fates.of(library) == Fate.FIJI) {
                String path = "jars/" + library.getFileName();
                files.add(new SiteFile(path, library, List.of(), List.of(), LIBRARY));
            }
        }
        return files;
    }

    private List<SiteFile> files() throws IOException, BuildException {
        check.run();
        List<SiteFile> files = new ArrayList<>();
        files.add(file("plugins/", distribution.plugin(), distribution.plugin(), DESCRIPTION));
        for (Path library : distribution.libraries()) {
            Fate fate = fates.of(library);
            if (fate == Fate.JARS) {
                files.add(file("jars/", library, library, LIBRARY));
            } else if (fate == Fate.NATIVES) {
                files.addAll(split(library));
            }
        }
        return files;
    }

    /**
     * NB: not into jars/PLATFORM. Fiji has that folder on its module path, where one jar that was
     * downloaded by half keeps Java from starting; and a folder for a platform is enough for the
     * updater to fetch the files of that platform too.
     */
    private List<SiteFile> split(Path library) throws IOException, BuildException {
        JarName name = JarName.of(library);
        Natives natives = Natives.read(lists.resolve("natives.txt"), name.artifact());
        Path common = work.resolve(name.fileName());
        JarPart.copy(library, common, natives::isCommon);
        List<SiteFile> files = new ArrayList<>();
        files.add(file("jars/", common, library, LIBRARY));
        for (String platform : natives.platforms()) {
            JarName part = nativesOf(name, platform);
            Path jar = work.resolve(part.fileName());
            JarPart.copy(library, jar, entry -> natives.isOf(entry, platform));
            files.add(
                    new SiteFile(
                            "jars/" + part.fileName(), jar, List.of(platform), List.of(), LIBRARY));
        }
        return files;
    }

    private static JarName nativesOf(JarName jar, String platform) {
        return new JarName(jar.artifact() + "-natives-" + platform, jar.version());
    }

    private SiteFile file(String folder, Path content, Path jar, String description)
            throws IOException, BuildException {
        return new SiteFile(
                folder + content.getFileName(), content, List.of(), dependencies(jar), description);
    }

    /**
     * NB: natives are none of them. The updater's command line fetches dependencies whatever their
     * platform; as files of their own it gives each computer those of its platform.
     */
    private List<String> dependencies(Path jar) throws IOException, BuildException {
        List<String> names = new ArrayList<>();
        for (Path library : distribution.libraries()) {
            boolean isShipped = fates.of(library).isShipped();
            if (isShipped && !check.usersInFiji(jar, library).isEmpty()) {
                names.add("jars/" + JarName.of(library).artifact() + ".jar");
            }
        }
        return names;
    }
}
