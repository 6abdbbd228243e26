package sc.fiji.fastsam.updatesite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * The checksum that Fiji's updater compares: SHA-1 over a file's path and content, and over a jar's
 * content as it lies unpacked, so that building a jar again gives the same one. The rules are in
 * update-site/README.md.
 */
final class Checksum {

    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private Checksum() {}

    /**
     * The checksum of a file, in 40 hexadecimal digits.
     *
     * @param path where Fiji has it, from Fiji's folder on, with slashes
     */
    static String of(String path, Path file) throws IOException {
        MessageDigest digest = sha1();
        if (path.endsWith(".jar")) {
            addJar(digest, file);
        } else {
            digest.update(path.getBytes(US_ASCII));
            digest.update(Files.readAllBytes(file));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void addJar(MessageDigest digest, Path file) throws IOException {
        try (JarFile jar = new JarFile(file.toFile())) {
            List<JarEntry> entries = Collections.list(jar.entries());
            entries.sort(Comparator.comparing(JarEntry::getName));
            for (JarEntry entry : entries) {
                digest.update(entry.getName().getBytes(US_ASCII));
                addContent(digest, jar, entry);
            }
        }
    }

    private static void addContent(MessageDigest digest, JarFile jar, JarEntry entry)
            throws IOException {
        if (entry.getName().equals(MANIFEST)) {
            return;
        }
        try (InputStream in = jar.getInputStream(entry)) {
            if (entry.getName().endsWith(".properties")) {
                digest.update(Properties.withoutComments(in.readAllBytes()));
            } else {
                addAll(digest, in);
            }
        }
    }

    private static void addAll(MessageDigest digest, InputStream in) throws IOException {
        byte[] buffer = new byte[1 << 16];
        for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
            digest.update(buffer, 0, n);
        }
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1, but this one does not.", e);
        }
    }
}
