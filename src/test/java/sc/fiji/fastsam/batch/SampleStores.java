package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Images as OME-Zarr v0.4: 16-bit, not compressed, chunks of 17 x 19 pixels, axes t c z y x. */
public final class SampleStores {

    private static final int CHUNK_WIDTH = 17;
    private static final int CHUNK_HEIGHT = 19;

    private SampleStores() {}

    /**
     * Writes an image with its calibration.
     *
     * @param channels their names; none where empty
     */
    public static Path save(ImagePlus image, Path folder, List<String> channels)
            throws IOException {
        Files.createDirectories(folder.resolve("0"));
        Files.writeString(folder.resolve(".zgroup"), "{\"zarr_format\": 2}");
        Files.writeString(folder.resolve(".zattrs"), attributes(image, channels));
        Files.writeString(folder.resolve("0/.zarray"), array(image));
        for (int t = 1; t <= image.getNFrames(); t++) {
            for (int z = 1; z <= image.getNSlices(); z++) {
                for (int c = 1; c <= image.getNChannels(); c++) {
                    ImageProcessor plane =
                            image.getStack().getProcessor(image.getStackIndex(c, z, t));
                    String key = (t - 1) + "/" + (c - 1) + "/" + (z - 1);
                    chunks(plane, Files.createDirectories(folder.resolve("0/" + key)));
                }
            }
        }
        return folder;
    }

    private static void chunks(ImageProcessor plane, Path folder) throws IOException {
        for (int row = 0; row * CHUNK_HEIGHT < plane.getHeight(); row++) {
            Path files = Files.createDirectories(folder.resolve("" + row));
            for (int column = 0; column * CHUNK_WIDTH < plane.getWidth(); column++) {
                ByteBuffer chunk = ByteBuffer.allocate(2 * CHUNK_WIDTH * CHUNK_HEIGHT);
                chunk.order(ByteOrder.LITTLE_ENDIAN);
                for (int i = 0; i < CHUNK_WIDTH * CHUNK_HEIGHT; i++) {
                    int x = column * CHUNK_WIDTH + i % CHUNK_WIDTH;
                    int y = row * CHUNK_HEIGHT + i / CHUNK_WIDTH;
                    boolean inside = x < plane.getWidth() && y < plane.getHeight();
                    chunk.putShort((short) (inside ? plane.get(x, y) : 0));
                }
                Files.write(files.resolve("" + column), chunk.array());
            }
        }
    }

    private static String array(ImagePlus image) {
        return String.format(
                Locale.ROOT,
                "{\"zarr_format\": 2, \"shape\": [%d, %d, %d, %d, %d], \"chunks\": [1, 1, 1, %d,"
                        + " %d], \"dtype\": \"<u2\", \"compressor\": null, \"fill_value\": 0,"
                        + " \"order\": \"C\", \"filters\": null, \"dimension_separator\": \"/\"}",
                image.getNFrames(),
                image.getNChannels(),
                image.getNSlices(),
                image.getHeight(),
                image.getWidth(),
                CHUNK_HEIGHT,
                CHUNK_WIDTH);
    }

    private static String attributes(ImagePlus image, List<String> channels) {
        Calibration c = image.getCalibration();
        String space = c.scaled() ? "micrometer" : "";
        String names =
                channels.stream()
                        .map(name -> "{\"label\": \"" + name + "\"}")
                        .collect(Collectors.joining(", "));
        return String.format(
                Locale.ROOT,
                "{\"multiscales\": [{\"version\": \"0.4\", \"axes\": [%s, {\"name\": \"c\","
                        + " \"type\": \"channel\"}, %s, %s, %s], \"datasets\": [{\"path\": \"0\","
                        + " \"coordinateTransformations\": [{\"type\": \"scale\", \"scale\": [%s,"
                        + " 1, %s, %s, %s]}]}]}], \"omero\": {\"channels\": [%s]}}",
                axis("t", "time", "second"),
                axis("z", "space", space),
                axis("y", "space", space),
                axis("x", "space", space),
                c.frameInterval == 0 ? 1 : c.frameInterval,
                c.pixelDepth,
                c.pixelHeight,
                c.pixelWidth,
                names);
    }

    private static String axis(String name, String type, String unit) {
        String of = unit.isEmpty() ? "" : ", \"unit\": \"" + unit + "\"";
        return "{\"name\": \"" + name + "\", \"type\": \"" + type + "\"" + of + "}";
    }
}
