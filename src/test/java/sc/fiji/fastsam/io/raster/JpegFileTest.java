package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/**
 * Pictures of 16 x 16 pixels of one color, read as libjpeg, and so ImageJ and Python, read them.
 */
class JpegFileTest {

    private static final int COLOR = 0xc86432;

    /** Luminance and differences of that color: what is stored, read as red, green and blue. */
    private static final int STORED = 0x7c56b6;

    private static final int JFIF = 0xe0;
    private static final int PROFILE = 0xe2;
    private static final int ADOBE = 0xee;

    @TempDir private Path folder;

    private byte[] jpeg;

    @BeforeEach
    void make() throws IOException {
        BufferedImage image = new BufferedImage(16, 16, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 256; i++) {
            image.setRGB(i % 16, i / 16, COLOR);
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        IIOMetadata metadata = writer.getDefaultImageMetadata(new ImageTypeSpecifier(image), null);
        String format = metadata.getNativeMetadataFormatName();
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(format);
        NodeList components = root.getElementsByTagName("componentSpec");
        for (int i = 0; i < components.getLength(); i++) {
            // NB: where differences have fewer pixels, the JDK takes none of them for RGB.
            ((Element) components.item(i)).setAttribute("HsamplingFactor", "1");
            ((Element) components.item(i)).setAttribute("VsamplingFactor", "1");
        }
        metadata.setFromTree(format, root);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, metadata), null);
        }
        jpeg = out.toByteArray();
    }

    @Test
    void aProfileDoesNotChangeTheValues() throws IOException {
        assertColor(COLOR);
        byte[] profile = ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes("ICC_PROFILE\0\1\1".getBytes(StandardCharsets.ISO_8859_1));
        segment.writeBytes(profile);
        insert(PROFILE, segment.toByteArray());
        assertColor(COLOR);
    }

    @ParameterizedTest
    @CsvSource({"1, 2, 3", "0, 1, 2", "4, 5, 6", "89, 67, 99"})
    void componentsWithoutAMarkerAreLuminanceAndDifferences(int first, int second, int third)
            throws IOException {
        remove(JFIF);
        name(first, second, third);
        assertColor(COLOR);
    }

    @Test
    void theNamesOfColorsOrAMarkerMakeThemColors() throws IOException {
        byte[] marked = jpeg.clone();
        name('R', 'G', 'B');
        assertColor(COLOR);
        remove(JFIF);
        assertColor(STORED);
        jpeg = marked;
        byte[] adobe = "Adobe\0\144\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
        insert(ADOBE, adobe);
        assertColor(COLOR);
        remove(JFIF);
        assertColor(STORED);
    }

    private int find(int marker) {
        int at = 2;
        while ((jpeg[at + 1] & 0xff) != marker) {
            at += 2 + length(at);
        }
        return at;
    }

    private int length(int at) {
        return (jpeg[at + 2] & 0xff) << 8 | jpeg[at + 3] & 0xff;
    }

    private void remove(int marker) {
        int at = find(marker);
        splice(at, at + 2 + length(at), new byte[0]);
    }

    /** Before the tables. */
    private void insert(int marker, byte[] content) {
        int length = content.length + 2;
        ByteArrayOutputStream segment = new ByteArrayOutputStream();
        segment.writeBytes(
                new byte[] {(byte) 0xff, (byte) marker, (byte) (length >> 8), (byte) length});
        segment.writeBytes(content);
        int at = find(0xdb);
        splice(at, at, segment.toByteArray());
    }

    private void splice(int from, int end, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(jpeg, 0, from);
        out.writeBytes(content);
        out.write(jpeg, end, jpeg.length - end);
        jpeg = out.toByteArray();
    }

    private void name(int... names) {
        int frame = find(0xc0);
        int scan = find(0xda);
        for (int i = 0; i < names.length; i++) {
            jpeg[frame + 10 + 3 * i] = (byte) names[i];
            jpeg[scan + 5 + 2 * i] = (byte) names[i];
        }
    }

    private void assertColor(int expected) throws IOException {
        Path file = Files.write(folder.resolve("a.jpg"), jpeg);
        try (PlaneSource source = JpegFile.open(file)) {
            assertEquals(PixelType.RGB, source.layout().type());
            int color =
                    (int) source.region(PlaneIndex.FIRST, 0, new Region(9, 3, 1, 1)).value(0, 0);
            for (int shift = 0; shift < 24; shift += 8) {
                int wanted = expected >> shift & 255;
                assertEquals(wanted, color >> shift & 255, 3, Integer.toHexString(color));
            }
        }
    }
}
