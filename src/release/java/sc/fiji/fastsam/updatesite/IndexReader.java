package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads {@code db.xml.gz} of a site, as Fiji's updater or this tool wrote it. */
final class IndexReader {

    private final XMLStreamReader xml;
    private final List<SiteEntry> entries = new ArrayList<>();

    private String filename = "";
    private List<String> platforms = List.of();
    private Optional<SiteEntry.Current> current = Optional.empty();
    private List<SiteEntry.Past> past = List.of();

    private IndexReader(XMLStreamReader xml) {
        this.xml = xml;
    }

    /**
     * All entries, in the file's order. Of what is offered now, description and dependencies are
     * not read: a new index states its own.
     *
     * @throws BuildException if it is not such a file
     */
    static List<SiteEntry> read(Path file) throws IOException, BuildException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            XMLInputFactory factory = XMLInputFactory.newInstance();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            return new IndexReader(factory.createXMLStreamReader(in)).read();
        } catch (XMLStreamException | RuntimeException | java.util.zip.ZipException e) {
            throw new BuildException(
                    "%s is not the index of an update site (%s). Download it again from the site."
                            .formatted(file, e.getMessage()));
        }
    }

    private List<SiteEntry> read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("plugin")) {
                entries.add(new SiteEntry(filename, platforms, current, past));
            }
        }
        return entries;
    }

    private void start(String name) throws XMLStreamException {
        switch (name) {
            case "plugin" -> {
                filename = attribute("filename");
                platforms = new ArrayList<>();
                current = Optional.empty();
                past = new ArrayList<>();
            }
            case "platform" -> platforms.add(xml.getElementText().strip());
            case "version" -> current = Optional.of(version());
            case "previous-version" -> past.add(previousVersion());
            default -> {
                // NB: what a new index states itself.
            }
        }
    }

    private SiteEntry.Current version() {
        return new SiteEntry.Current(
                attribute("checksum"), number("timestamp"), number("filesize"), "", List.of());
    }

    private SiteEntry.Past previousVersion() {
        String name = xml.getAttributeValue(null, "filename");
        return new SiteEntry.Past(
                name == null ? filename : name,
                number("timestamp"),
                xml.getAttributeValue(null, "timestamp-obsolete") == null
                        ? 0
                        : number("timestamp-obsolete"),
                attribute("checksum"));
    }

    private long number(String name) {
        return Long.parseLong(attribute(name));
    }

    private String attribute(String name) {
        String value = xml.getAttributeValue(null, name);
        if (value == null) {
            throw new IllegalStateException(
                    "<"
                            + xml.getLocalName()
                            + "> without "
                            + name
                            + " in line "
                            + xml.getLocation().getLineNumber());
        }
        return value;
    }
}
