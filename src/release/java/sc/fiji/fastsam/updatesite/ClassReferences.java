package sc.fiji.fastsam.updatesite;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Which classes a jar has and which classes they name in their constant pools (Java Virtual Machine
 * Specification, 4.4). Names have slashes.
 *
 * @param byClass names used, by the class that uses them
 */
record ClassReferences(Map<String, Set<String>> byClass) {

    private static final String CLASS = ".class";
    private static final int MAGIC = 0xCAFEBABE;

    /** Reads every class of a jar; variants for later Java versions are passed over. */
    static ClassReferences of(Path jar) throws IOException {
        Map<String, Set<String>> byClass = new TreeMap<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                String name = entry.getName();
                if (name.endsWith(CLASS) && !name.startsWith("META-INF/")) {
                    try (InputStream in = file.getInputStream(entry)) {
                        String type = name.substring(0, name.length() - CLASS.length());
                        byClass.put(type, read(new DataInputStream(in), name));
                    }
                }
            }
        }
        return new ClassReferences(byClass);
    }

    private static Set<String> read(DataInputStream in, String name) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException(name + " is not a class file.");
        }
        in.readInt();
        int size = in.readUnsignedShort();
        String[] texts = new String[size];
        Set<Integer> classes = new TreeSet<>();
        for (int i = 1; i < size; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 1 -> texts[i] = in.readUTF();
                case 7 -> classes.add(in.readUnsignedShort());
                case 8, 16, 19, 20 -> in.skipNBytes(2);
                case 15 -> in.skipNBytes(3);
                case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                case 5, 6 -> {
                    in.skipNBytes(8);
                    i++;
                }
                default -> throw new IOException(name + " has a constant of unknown kind " + tag);
            }
        }
        Set<String> names = new TreeSet<>();
        classes.forEach(c -> names.add(elementType(texts[c])));
        return names;
    }

    /** The class of an array's elements: {@code a/B} for {@code [[La/B;}. */
    private static String elementType(String name) {
        String type = name.replaceFirst("^\\[+", "");
        boolean array = !type.equals(name);
        return array && type.startsWith("L") ? type.substring(1, type.length() - 1) : type;
    }
}
