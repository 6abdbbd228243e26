package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.scijava.util.VersionUtils;

/** Compares what the list of jars says with Fiji's own jars and with the byte code. */
record PlanCheck(
        Distribution distribution, Fates fates, FijiJars fiji, JarUse use, FijiClasses classes) {

    /** Reads the byte code of all jars of the distribution. */
    static PlanCheck of(Distribution distribution, Fates fates, FijiJars fiji) throws IOException {
        List<Path> jars = new ArrayList<>(distribution.libraries());
        jars.add(0, distribution.plugin());
        return new PlanCheck(
                distribution,
                fates,
                fiji,
                JarUse.among(jars),
                FijiClasses.of(distribution.plugin()));
    }

    /**
     * Checks every library.
     *
     * @throws BuildException if one would be missing, would be there twice, or is too old
     */
    void run() throws BuildException {
        fates.checkAllAreIn(distribution.libraries());
        for (Path library : distribution.libraries()) {
            Fate fate = fates.of(library);
            switch (fate) {
                case JARS, NATIVES -> checkFijiLacks(library);
                case FIJI -> checkFijiHas(library);
                case COMMAND_LINE -> checkNobodyUses(library);
                default -> throw new IllegalStateException(fate.word());
            }
        }
    }

    /** Classes of a jar that use a library in a Fiji. */
    Set<String> usersInFiji(Path jar, Path library) {
        Set<String> users = new TreeSet<>(use.users(jar, library));
        if (jar.equals(distribution.plugin())) {
            users.retainAll(classes.names());
        }
        return users;
    }

    private void checkFijiLacks(Path library) throws BuildException {
        Optional<String> version = fiji.version(JarName.of(library).artifact());
        if (version.isPresent()) {
            throw new BuildException(
                    "%s would go into Fiji's folder jars, but Fiji ships version %s of it (%s). Mark"
                                    .formatted(library.getFileName(), version.get(), fiji.file())
                            + " it 'fiji' in "
                            + fates.list()
                            + ".");
        }
    }

    private void checkFijiHas(Path library) throws BuildException {
        JarName jar = JarName.of(library);
        String version =
                fiji.version(jar.artifact())
                        .orElseThrow(
                                () ->
                                        new BuildException(
                                                "%s is marked 'fiji', but %s does not list it. Mark it 'jars' in %s."
                                                        .formatted(
                                                                library.getFileName(),
                                                                fiji.file(),
                                                                fates.list())));
        if (VersionUtils.compare(version, jar.version()) < 0) {
            throw new BuildException(
                    "FastSAM is built with %s, but Fiji ships the older version %s (%s). Build with"
                                    .formatted(library.getFileName(), version, fiji.file())
                            + " that version, or wait until Fiji has the newer one.");
        }
    }

    private void checkNobodyUses(Path library) throws BuildException {
        checkNotUsed(distribution.plugin(), library);
        for (Path other : distribution.libraries()) {
            if (fates.of(other).isShipped()) {
                checkNotUsed(other, library);
            }
        }
    }

    private void checkNotUsed(Path jar, Path library) throws BuildException {
        Set<String> users = usersInFiji(jar, library);
        if (!users.isEmpty()) {
            throw new BuildException(
                    "%s is marked 'command-line', but %s of %s uses it. Mark it 'jars' or 'fiji' in %s."
                            .formatted(
                                    library.getFileName(),
                                    users.iterator().next().replace('/', '.'),
                                    jar.getFileName(),
                                    fates.list()));
        }
    }
}
