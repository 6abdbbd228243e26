package sc.fiji.fastsam.text;

import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import net.imglib2.img.array.ArrayImgs;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.PlaneReader;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.testing.Drawn;

/**
 * Objects of images that no training saw, each with its right caption and seven wrong ones; {@code
 * fastsam_train/words/heldout.py} makes the tables and says what they hold.
 */
final class HeldOutCrops {

    private static final Path TABLES = TinyClip.path("words/held-out");

    /** Of which the right caption was first, and all. */
    record Share(int right, int all) {

        Share plus(Share other) {
            return new Share(right + other.right, all + other.all);
        }

        double value() {
            return (double) right / all;
        }
    }

    private record Row(String image, int label, int[] captions) {}

    private final Path images;
    private final List<String> captions;
    private final Map<String, List<Row>> rows = new LinkedHashMap<>();

    /**
     * @param table "drawn-eight" or so
     * @param images folder of the sets that the table names
     */
    HeldOutCrops(String table, Path images) throws IOException {
        this.images = images;
        captions = Files.readAllLines(TABLES.resolve("captions.txt"));
        for (String line : Files.readAllLines(TABLES.resolve(table + ".csv"))) {
            String[] parts = line.split(",");
            int[] numbers = Arrays.stream(parts).skip(2).mapToInt(Integer::parseInt).toArray();
            String image = parts[0] + "/images/" + parts[1] + ".png";
            Row row = new Row(image, numbers[0], Arrays.copyOfRange(numbers, 1, numbers.length));
            rows.computeIfAbsent(image, name -> new ArrayList<>()).add(row);
        }
    }

    /** Ranks the eight captions of each crop. */
    Share rank(ClipEncoders clip, CropStyle style) throws IOException {
        ObjectScorer scorer = new ObjectScorer(clip, style, new EmbeddingCache(16 << 20));
        Share share = new Share(0, 0);
        for (String image : rows.keySet()) {
            RgbImage planes = planes(images.resolve(image));
            Path labels = images.resolve(image.replace("/images/", "/labels/"));
            Map<Integer, SegmentedObject> objects = objects(labels);
            for (Row row : rows.get(image)) {
                share = share.plus(rank(scorer, planes, objects.get(row.label), row));
            }
        }
        return share;
    }

    /** NB: words in the order of the table would put the right one first among equals. */
    private Share rank(ObjectScorer scorer, RgbImage planes, SegmentedObject object, Row row) {
        String right = captions.get(row.captions[0]);
        List<String> words = Arrays.stream(row.captions).mapToObj(captions::get).sorted().toList();
        TextQuery query = TextQuery.of(String.join(";", words)).withTemplates(TextTemplates.NONE);
        TextScores scores = scorer.score(planes, List.of(object), query);
        boolean first = scores.query().words().get(scores.bestWord(0)).equals(right);
        return new Share(first ? 1 : 0, 1);
    }

    private static RgbImage planes(Path file) throws IOException {
        BufferedImage image = ImageIO.read(file.toFile());
        int width = image.getWidth();
        int height = image.getHeight();
        if (image.getRaster().getNumBands() == 1) {
            byte[] gray = new byte[width * height];
            for (int i = 0; i < gray.length; i++) {
                gray[i] = (byte) image.getRaster().getSample(i % width, i / width, 0);
            }
            return PlaneReader.read(
                    ArrayImgs.unsignedBytes(gray, width, height), InputSettings.DEFAULT);
        }
        int[] rgb = image.getRGB(0, 0, width, height, null, 0, width);
        return PlaneReader.read(ArrayImgs.argbs(rgb, width, height), InputSettings.DEFAULT);
    }

    private static Map<Integer, SegmentedObject> objects(Path file) throws IOException {
        Raster labels = ImageIO.read(file.toFile()).getRaster();
        Region all = new Region(0, 0, labels.getWidth(), labels.getHeight());
        Map<Integer, MaskBuilder> masks = new TreeMap<>();
        for (int y = 0; y < all.height(); y++) {
            for (int x = 0; x < all.width(); x++) {
                int label = labels.getSample(x, y, 0);
                if (label > 0) {
                    masks.computeIfAbsent(label, id -> new MaskBuilder(all)).add(x, y);
                }
            }
        }
        Map<Integer, SegmentedObject> objects = new TreeMap<>();
        masks.forEach((label, mask) -> objects.put(label, Drawn.object(0.9, mask.toMask())));
        return objects;
    }
}
