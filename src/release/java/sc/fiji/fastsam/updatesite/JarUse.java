package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which jars use which, found in their byte code.
 *
 * @param users classes of a jar that use another: by the using jar, then by the used one; names of
 *     classes have slashes
 */
record JarUse(Map<Path, Map<Path, Set<String>>> users) {

    /** Reads all of the jars. A class that two of them have counts for the first. */
    static JarUse among(Collection<Path> jars) throws IOException {
        Map<Path, ClassReferences> references = new TreeMap<>();
        Map<String, Path> owners = new HashMap<>();
        for (Path jar : jars) {
            ClassReferences found = ClassReferences.of(jar);
            references.put(jar, found);
            found.byClass().keySet().forEach(c -> owners.putIfAbsent(c, jar));
        }
        Map<Path, Map<Path, Set<String>>> users = new TreeMap<>();
        references.forEach((jar, found) -> users.put(jar, usersIn(jar, found, owners)));
        return new JarUse(users);
    }

    private static Map<Path, Set<String>> usersIn(
            Path jar, ClassReferences found, Map<String, Path> owners) {
        Map<Path, Set<String>> users = new TreeMap<>();
        found.byClass()
                .forEach(
                        (type, names) -> {
                            for (String name : names) {
                                Path owner = owners.getOrDefault(name, jar);
                                if (!owner.equals(jar)) {
                                    users.computeIfAbsent(owner, o -> new TreeSet<>()).add(type);
                                }
                            }
                        });
        return users;
    }

    /** The classes of a jar that use another, in order; none if it does not. */
    Set<String> users(Path jar, Path used) {
        return users.get(jar).getOrDefault(used, Set.of());
    }
}
