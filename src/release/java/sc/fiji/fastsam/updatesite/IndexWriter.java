package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes {@code db.xml.gz}, with the elements in the order that the updater's own DTD asks for. */
final class IndexWriter {

    private static final String AUTHOR = "FastSAM for Fiji developers";
    private static final String LINK = "https://imagej.net/plugins/fastsam";

    private final XMLStreamWriter xml;

    private IndexWriter(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** Writes a new file. */
    static void write(List<SiteEntry> entries, Path file) throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            XMLStreamWriter xml =
                    XMLOutputFactory.newInstance().createXMLStreamWriter(out, "UTF-8");
            new IndexWriter(xml).write(entries);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException("Could not write " + file + ": " + e.getMessage(), e);
        }
    }

    private void write(List<SiteEntry> entries) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("pluginRecords");
        line();
        for (SiteEntry entry : entries) {
            write(entry);
        }
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private void write(SiteEntry entry) throws XMLStreamException {
        xml.writeStartElement("plugin");
        xml.writeAttribute("filename", entry.filename());
        line();
        for (String platform : entry.platforms()) {
            text("platform", platform);
        }
        if (entry.current().isPresent()) {
            write(entry.current().get(), entry.filename().startsWith("plugins/"));
        }
        for (SiteEntry.Past version : entry.past()) {
            write(version);
        }
        xml.writeEndElement();
        line();
    }

    private void write(SiteEntry.Current version, boolean ours) throws XMLStreamException {
        xml.writeStartElement("version");
        xml.writeAttribute("checksum", version.checksum());
        number("timestamp", version.timestamp());
        number("filesize", version.filesize());
        line();
        text("description", version.description());
        for (SiteEntry.Dependency dependency : version.dependencies()) {
            xml.writeEmptyElement("dependency");
            xml.writeAttribute("filename", dependency.filename());
            number("timestamp", dependency.timestamp());
            line();
        }
        if (ours) {
            text("link", LINK);
            text("author", AUTHOR);
        }
        xml.writeEndElement();
        line();
    }

    private void write(SiteEntry.Past version) throws XMLStreamException {
        xml.writeEmptyElement("previous-version");
        xml.writeAttribute("filename", version.filename());
        number("timestamp", version.timestamp());
        if (version.obsolete() > 0) {
            number("timestamp-obsolete", version.obsolete());
        }
        xml.writeAttribute("checksum", version.checksum());
        line();
    }

    private void text(String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
        line();
    }

    private void number(String attribute, long value) throws XMLStreamException {
        xml.writeAttribute(attribute, Long.toString(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
