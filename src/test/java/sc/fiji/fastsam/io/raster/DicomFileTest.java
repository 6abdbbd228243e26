package sc.fiji.fastsam.io.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.io.PixelBlock;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PlaneIndex;
import sc.fiji.fastsam.io.PlaneSource;

/** Two frames of 2 x 1 pixels, 16 bits, values 1, 2, 3, 4. */
class DicomFileTest {

    private static final int SHARED = 0x52009229;
    private static final int OF_FRAMES = 0x52009230;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void functionalGroupsSayWhatValuesMeanAndHowLargePixelsAre(boolean open) throws IOException {
        byte[] values =
                sequence(0x00289145, open, join(text(0x00281052, "-10 "), text(0x00281053, "2 ")));
        byte[] sizes = sequence(0x00289110, open, text(0x00280030, "0.5\\0.25 "));
        byte[] other = sequence(0x00081140, open, text(0x00281053, "7 "));
        byte[] shared = sequence(SHARED, open, join(other, values, sizes));
        try (PlaneSource source = open(shared)) {
            assertEquals(new PixelSize(0.25, 0.5, 1, "mm"), source.layout().pixelSize());
            assertArrayEquals(new float[] {-4, -2}, second(source).floats());
        }
        byte[] slope = text(0x00281053, "1 ");
        byte[] intercept = text(0x00281052, "0 ");
        try (PlaneSource source = open(join(intercept, slope, shared))) {
            // NB: the top level comes first.
            assertEquals(3, second(source).value(0, 0));
        }
    }

    private static PixelBlock second(PlaneSource source) throws IOException {
        return source.region(new PlaneIndex(0, 1, 0), 0, new Region(0, 0, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void framesMayAgreeAndElseAreRefused(boolean open) throws IOException {
        byte[] two = sequence(0x00289145, open, text(0x00281053, "2 "));
        byte[] three = sequence(0x00289145, open, text(0x00281053, "3 "));
        try (PlaneSource source = open(sequence(OF_FRAMES, open, two, two))) {
            assertArrayEquals(new float[] {6, 8}, second(source).floats());
        }
        assertRefused(
                "frames with a RescaleSlope or RescaleIntercept of their own",
                sequence(OF_FRAMES, open, two, three));
    }

    @Test
    void aTableOfValuesIsRefused() throws IOException {
        String reason = "values whose meaning is in a table (Modality LUT)";
        assertRefused(reason, sequence(0x00283000, false, text(0x00283003, "x ")));
        assertRefused(reason, sequence(0x00283000, true, text(0x00283003, "x ")));
    }

    /** As anonymizers leave them. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void emptyElementsSayNothing(boolean open) throws IOException {
        byte[] slope = sequence(0x00289145, open, text(0x00281053, "2 "));
        byte[] empty = join(sequence(0x00283000, open), text(0x00281053, ""));
        try (PlaneSource source = open(join(empty, sequence(SHARED, open, slope)))) {
            assertArrayEquals(new float[] {6, 8}, second(source).floats());
        }
    }

    private void assertRefused(String reason, byte[] elements) {
        String message = assertThrows(IOException.class, () -> open(elements)).getMessage();
        assertEquals(
                "is a DICOM file of a kind that is not read: it holds "
                        + reason
                        + ". Open it in Fiji with Bio-Formats and save it as TIFF.",
                message);
    }

    /** With elements between those of the size and the pixels. */
    private PlaneSource open(byte[] elements) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(new byte[128]);
        out.write("DICM".getBytes(StandardCharsets.US_ASCII));
        out.write(element(0x00020010, "UI", text("1.2.840.10008.1.2.1\0")));
        out.write(text(0x00280008, "2 "));
        out.write(element(0x00280010, "US", shorts(1)));
        out.write(element(0x00280011, "US", shorts(2)));
        out.write(element(0x00280100, "US", shorts(16)));
        out.write(elements);
        out.write(element(0x7fe00010, "OW", shorts(1, 2, 3, 4)));
        return DicomFile.open(Files.write(folder.resolve("a.dcm"), out.toByteArray()));
    }

    private static byte[] text(String value) {
        return value.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] text(int tag, String value) {
        return element(tag, "DS", text(value));
    }

    private static byte[] shorts(int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        return bytes.array();
    }

    private static byte[] element(int tag, String kind, byte[] value) {
        boolean wide = kind.equals("SQ") || kind.equals("OW");
        ByteBuffer head = head(tag, wide ? 12 : 8).put(text(kind));
        head =
                wide
                        ? head.putShort((short) 0).putInt(value.length)
                        : head.putShort((short) value.length);
        return join(head.array(), value);
    }

    private static ByteBuffer head(int tag, int bytes) {
        ByteBuffer head = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
        return head.putShort((short) (tag >>> 16)).putShort((short) tag);
    }

    /**
     * @param open whether its end and those of its items are told by delimiters
     * @param items of it, each the elements of one
     */
    private static byte[] sequence(int tag, boolean open, byte[]... items) {
        byte[] all = new byte[0];
        for (byte[] item : items) {
            byte[] head = head(0xfffee000, 8).putInt(open ? -1 : item.length).array();
            all = join(all, head, item, open ? head(0xfffee00d, 8).array() : new byte[0]);
        }
        if (!open) {
            return element(tag, "SQ", all);
        }
        byte[] head = head(tag, 12).put(text("SQ")).putShort((short) 0).putInt(-1).array();
        return join(head, all, head(0xfffee0dd, 8).array());
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
