package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The list that says where each library goes.
 *
 * @param list its file
 * @param byArtifact fates, by artifact
 */
record Fates(Path list, Map<String, Fate> byArtifact) {

    /**
     * Reads the list.
     *
     * @throws BuildException if it names an artifact twice
     */
    static Fates read(Path list) throws IOException, BuildException {
        Map<String, Fate> byArtifact = new TreeMap<>();
        for (String[] row : Lines.read(list, 2)) {
            if (byArtifact.put(row[0], Fate.of(row[1])) != null) {
                throw new BuildException(list + " names " + row[0] + " twice.");
            }
        }
        return new Fates(list, byArtifact);
    }

    /**
     * Where a library goes.
     *
     * @throws BuildException if the list does not say
     */
    Fate of(Path library) throws BuildException {
        Fate fate = byArtifact.get(JarName.of(library).artifact());
        if (fate == null) {
            throw new BuildException(
                    "%s is in the distribution, but %s does not say where it goes in a Fiji. Add a"
                                    .formatted(library.getFileName(), list)
                            + " line for it (update-site/README.md says how to find out).");
        }
        return fate;
    }

    /**
     * Checks that every line is of use.
     *
     * @throws BuildException if a line's jar is not in the distribution
     */
    void checkAllAreIn(List<Path> libraries) throws BuildException {
        List<String> there = libraries.stream().map(l -> JarName.of(l).artifact()).toList();
        for (String artifact : byArtifact.keySet()) {
            if (!there.contains(artifact)) {
                throw new BuildException(
                        list
                                + " names "
                                + artifact
                                + ", which is not in the distribution any more."
                                + " Take the line out.");
            }
        }
    }
}
