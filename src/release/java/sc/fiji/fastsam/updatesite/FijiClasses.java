package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;

/**
 * The plugin's classes that a Fiji comes to: those that the menu names, the commands, what scripts
 * are told to use, and what these name in turn. The rest serves the command line.
 *
 * @param names with slashes
 */
record FijiClasses(Set<String> names) {

    private static final Pattern DOORS =
            Pattern.compile("sc/fiji/fastsam/((command|host|start)/)?[^/]+");

    private static final Pattern TYPE = Pattern.compile("sc(\\.\\w+)+");

    /** Reads the plugin's menu and byte code. */
    static FijiClasses of(Path plugin) throws IOException {
        return from(ClassReferences.of(plugin), menu(plugin));
    }

    /**
     * Follows the names from class to class.
     *
     * @param menu classes that the menu names, with slashes
     */
    static FijiClasses from(ClassReferences references, Set<String> menu) {
        Set<String> names = new TreeSet<>(menu);
        references.byClass().keySet().stream()
                .filter(c -> DOORS.matcher(c).matches())
                .forEach(names::add);
        Deque<String> open = new ArrayDeque<>(names);
        while (!open.isEmpty()) {
            for (String name : references.byClass().getOrDefault(open.pop(), Set.of())) {
                if (references.byClass().containsKey(name) && names.add(name)) {
                    open.push(name);
                }
            }
        }
        return new FijiClasses(names);
    }

    private static Set<String> menu(Path plugin) throws IOException {
        Set<String> names = new TreeSet<>();
        try (JarFile jar = new JarFile(plugin.toFile())) {
            ZipEntry entry = jar.getEntry("plugins.config");
            if (entry != null) {
                try (InputStream in = jar.getInputStream(entry)) {
                    String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                    TYPE.matcher(text)
                            .results()
                            .forEach(t -> names.add(t.group().replace('.', '/')));
                }
            }
        }
        return names;
    }
}
