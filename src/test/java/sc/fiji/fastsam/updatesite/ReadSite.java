package sc.fiji.fastsam.updatesite;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A site read back by the rules of Fiji's updater, as they stand in update-site/README.md, without
 * any of the code that wrote it.
 *
 * @param files by their path in Fiji without the version
 */
record ReadSite(Map<String, Entry> files) {

    /** One {@code plugin} element. {@code version} is empty for a file that is gone. */
    record Entry(
            String filename,
            List<String> platforms,
            Map<String, String> version,
            Map<String, String> dependencies,
            List<Map<String, String>> previous) {}

    private static final Pattern VERSION = Pattern.compile("-\\d[^/]*(?=\\.jar$)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^#.*$");

    static ReadSite of(Path site) throws Exception {
        Map<String, Entry> files = new LinkedHashMap<>();
        for (Element plugin : children(parse(site).getDocumentElement(), "plugin")) {
            Entry entry = entry(plugin);
            if (files.put(identity(entry.filename()), entry) != null) {
                throw new IOException("Twice in the index: " + identity(entry.filename()));
            }
        }
        return new ReadSite(files);
    }

    /** What a user of a platform gets, checked as it is after the download. */
    Map<String, byte[]> download(Path site, String platform) throws Exception {
        Map<String, byte[]> downloaded = new TreeMap<>();
        for (Entry entry : files.values()) {
            boolean wanted = entry.platforms().isEmpty() || entry.platforms().contains(platform);
            if (wanted && !entry.version().isEmpty()) {
                downloaded.put(entry.filename(), checked(site, entry));
            }
        }
        return downloaded;
    }

    private static byte[] checked(Path site, Entry entry) throws Exception {
        Map<String, String> version = entry.version();
        Path file = site.resolve(entry.filename() + "-" + version.get("timestamp"));
        byte[] content = Files.readAllBytes(file);
        if (content.length != Long.parseLong(version.get("filesize"))) {
            throw new IOException("Size of " + file + ": " + content.length);
        }
        if (!checksum(entry.filename(), content).equals(version.get("checksum"))) {
            throw new IOException("Checksum of " + file);
        }
        return content;
    }

    /** SHA-1 of a file in Fiji's folder. */
    static String checksum(String path, byte[] content)
            throws IOException, GeneralSecurityException {
        MessageDigest sha = MessageDigest.getInstance("SHA-1");
        if (!path.endsWith(".jar")) {
            sha.update(path.getBytes(StandardCharsets.US_ASCII));
            sha.update(content);
        } else {
            for (Map.Entry<String, byte[]> entry : unpack(content).entrySet()) {
                sha.update(entry.getKey().getBytes(StandardCharsets.US_ASCII));
                sha.update(entry.getValue());
            }
        }
        StringBuilder hex = new StringBuilder();
        for (byte b : sha.digest()) {
            hex.append(Character.forDigit(b >> 4 & 15, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }

    private static Map<String, byte[]> unpack(byte[] jar) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(jar))) {
            for (ZipEntry e = in.getNextEntry(); e != null; e = in.getNextEntry()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                in.transferTo(bytes);
                entries.put(e.getName(), asHashed(e.getName(), bytes.toByteArray()));
            }
        }
        return entries;
    }

    /** NB: good for properties without a comment after an empty line. */
    private static byte[] asHashed(String name, byte[] content) {
        if (name.equals("META-INF/MANIFEST.MF")) {
            return new byte[0];
        }
        if (!name.endsWith(".properties")) {
            return content;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return COMMENT.matcher(text).replaceAll("").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String identity(String path) {
        return VERSION.matcher(path).replaceFirst("");
    }

    private static Document parse(Path site) throws Exception {
        try (InputStream in =
                new GZIPInputStream(Files.newInputStream(site.resolve("db.xml.gz")))) {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);
        }
    }

    private static Entry entry(Element plugin) {
        Map<String, String> version = new TreeMap<>();
        Map<String, String> dependencies = new LinkedHashMap<>();
        for (Element element : children(plugin, "version")) {
            version.putAll(attributes(element));
            for (Element d : children(element, "dependency")) {
                dependencies.put(d.getAttribute("filename"), d.getAttribute("timestamp"));
            }
        }
        return new Entry(
                plugin.getAttribute("filename"),
                children(plugin, "platform").stream().map(Node::getTextContent).toList(),
                version,
                dependencies,
                children(plugin, "previous-version").stream().map(ReadSite::attributes).toList());
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getNodeName(), attribute.getNodeValue());
        }
        return attributes;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node n = parent.getFirstChild(); n != null; n = n.getNextSibling()) {
            if (n instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }
}
