package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexReaderTest {

    @TempDir private Path folder;

    @Test
    void whatFijisUpdaterWroteIsRead() throws Exception {
        Path index =
                write(
                        """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE pluginRecords [
                        <!ELEMENT pluginRecords ((update-site | disabled-update-site)*, plugin*)>
                        <!ATTLIST plugin filename CDATA #REQUIRED>]>
                        <pluginRecords>
                            <plugin filename="jars/linux64/a-1.0.jar">
                                <platform>linux64</platform>
                                <version checksum="c1" timestamp="20260101000000" filesize="7">
                                    <description>d</description>
                                    <dependency filename="jars/b.jar" timestamp="5"/>
                                    <author>me</author>
                                </version>
                                <previous-version timestamp="20250101000000"
                                    timestamp-obsolete="0" checksum="c0"/>
                            </plugin>
                        </pluginRecords>
                        """);

        assertEquals(
                List.of(
                        new SiteEntry(
                                "jars/linux64/a-1.0.jar",
                                List.of("linux64"),
                                Optional.of(
                                        new SiteEntry.Current(
                                                "c1", 20260101000000L, 7, "", List.of())),
                                List.of(
                                        new SiteEntry.Past(
                                                "jars/linux64/a-1.0.jar",
                                                20250101000000L,
                                                0,
                                                "c0")))),
                IndexReader.read(index));
    }

    @Test
    void anEmptySiteHasNoEntries() throws Exception {
        assertEquals(
                List.of(), IndexReader.read(write("<?xml version=\"1.0\"?>\n<pluginRecords/>\n")));
    }

    @Test
    void aMissingAttributeIsNamed() throws Exception {
        Path index = write("<pluginRecords><plugin/></pluginRecords>");

        String message =
                assertThrows(BuildException.class, () -> IndexReader.read(index)).getMessage();
        assertTrue(message.contains("<plugin> without filename in line 1"), message);
    }

    @Test
    void aCutFileIsRefused() throws Exception {
        Path index = write("<pluginRecords><plugin filename='a'>");

        assertThrows(BuildException.class, () -> IndexReader.read(index));
    }

    @Test
    void nothingOutsideIsReadForAnEntity() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret"), "secret");
        Path index =
                write(
                        "<!DOCTYPE a [<!ENTITY e SYSTEM '"
                                + secret.toUri()
                                + "'>]><pluginRecords><plugin filename='a'><platform>&e;</platform>"
                                + "</plugin></pluginRecords>");

        assertThrows(BuildException.class, () -> IndexReader.read(index));
    }

    private Path write(String xml) throws IOException {
        Path index = folder.resolve("db.xml.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(index))) {
            out.write(xml.getBytes(StandardCharsets.UTF_8));
        }
        return index;
    }
}
