package sc.fiji.fastsam.text;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Polygon;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import net.imglib2.img.array.ArrayImgs;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.PlaneReader;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.testing.Drawn;

/**
 * Not part of the tests: models/check-clip runs it on real CLIP encoders. Draws ten things on one
 * plane and ranks ten captions for each: its own has to be first for nine of ten or more, and for
 * nine captions or more the thing that they name has to be the most similar of the ten.
 */
class ClipCheck {

    private static final int CELL = 200;
    private static final int LEAST = 9;
    private static final Map<String, Consumer<Graphics2D>> THINGS = new LinkedHashMap<>();

    static {
        THINGS.put("a red circle", g -> fill(g, Color.RED).fillOval(40, 40, 120, 120));
        THINGS.put("a blue square", g -> fill(g, Color.BLUE).fillRect(45, 45, 110, 110));
        THINGS.put("a green triangle", g -> fill(g, new Color(0, 160, 0)).fill(star(3, 1)));
        THINGS.put("a yellow star", g -> fill(g, new Color(250, 200, 0)).fill(star(5, 0.4)));
        THINGS.put("a black cross", ClipCheck::cross);
        THINGS.put("a checkerboard", ClipCheck::checkerboard);
        THINGS.put("black and white stripes", ClipCheck::stripes);
        THINGS.put("a smiling face", ClipCheck::face);
        THINGS.put("the letter A", ClipCheck::letter);
        THINGS.put("a gray ring", ClipCheck::ring);
    }

    @Test
    void ranksTheRightCaptionFirst() throws IOException {
        String folder = System.getProperty("clip", "");
        Assumptions.assumeFalse(folder.isEmpty(), "run models/check-clip FOLDER");
        try (ClipEncoders clip =
                ClipEncoders.open(ClipFiles.in(Path.of(folder)), DeviceRequest.AUTO)) {
            for (CropStyle style : CropStyle.values()) {
                check(clip, style);
            }
        }
    }

    private static void check(ClipEncoders clip, CropStyle style) throws IOException {
        TextQuery query =
                TextQuery.of(String.join(";", THINGS.keySet())).withTemplates(TextTemplates.NONE);
        TextScores scores =
                new ObjectScorer(clip, style, new EmbeddingCache(1 << 20))
                        .score(drawn(), objects(), query);
        int crops = 0;
        int captions = 0;
        for (int i = 0; i < scores.objects(); i++) {
            String found = query.words().get(scores.bestWord(i));
            crops += scores.bestWord(i) == i ? 1 : 0;
            captions += scores.ranking(i).get(0) == i ? 1 : 0;
            System.out.printf(
                    Locale.ROOT,
                    "%s crop of %s: first is %s (%.3f)%n",
                    style,
                    query.words().get(i),
                    found,
                    scores.similarity(i, scores.bestWord(i)));
        }
        String result = crops + " of 10 crops, " + captions + " of 10 captions right, " + style;
        System.out.println(result);
        assertTrue(crops >= LEAST && captions >= LEAST, result);
    }

    private static RgbImage drawn() {
        int width = 5 * CELL;
        BufferedImage image = new BufferedImage(width, 2 * CELL, BufferedImage.TYPE_INT_RGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        fill(g, Color.WHITE).fillRect(0, 0, width, 2 * CELL);
        int i = 0;
        for (Consumer<Graphics2D> thing : THINGS.values()) {
            Graphics2D cell = (Graphics2D) g.create(i % 5 * CELL, i / 5 * CELL, CELL, CELL);
            thing.accept(cell);
            cell.dispose();
            i++;
        }
        g.dispose();
        int[] rgb = image.getRGB(0, 0, width, 2 * CELL, null, 0, width);
        return PlaneReader.read(ArrayImgs.argbs(rgb, width, 2 * CELL), InputSettings.DEFAULT);
    }

    /** NB: each mask is the square about a thing, so that all have their white ground. */
    private static List<SegmentedObject> objects() {
        List<SegmentedObject> objects = new ArrayList<>();
        for (int i = 0; i < THINGS.size(); i++) {
            Region square = new Region(i % 5 * CELL + 30, i / 5 * CELL + 30, 140, 140);
            objects.add(Drawn.object(0.9, Mask.ofRegion(square)));
        }
        return objects;
    }

    private static Graphics2D fill(Graphics2D g, Color color) {
        g.setColor(color);
        return g;
    }

    private static Polygon star(int points, double inner) {
        Polygon star = new Polygon();
        int corners = inner == 1 ? points : 2 * points;
        for (int i = 0; i < corners; i++) {
            double radius = i % 2 == 1 && inner < 1 ? 70 * inner : 70;
            double angle = 2 * Math.PI * i / corners - Math.PI / 2;
            star.addPoint(
                    (int) (100 + radius * Math.cos(angle)), (int) (105 + radius * Math.sin(angle)));
        }
        return star;
    }

    private static void cross(Graphics2D g) {
        fill(g, Color.BLACK).fillRect(85, 40, 30, 120);
        g.fillRect(40, 85, 120, 30);
    }

    private static void checkerboard(Graphics2D g) {
        for (int i = 0; i < 64; i++) {
            boolean black = (i % 8 + i / 8) % 2 == 0;
            fill(g, black ? Color.BLACK : Color.WHITE)
                    .fillRect(40 + i % 8 * 15, 40 + i / 8 * 15, 15, 15);
        }
    }

    private static void stripes(Graphics2D g) {
        g.setColor(Color.BLACK);
        for (int y = 40; y < 160; y += 20) {
            g.fillRect(40, y, 120, 10);
        }
    }

    private static void face(Graphics2D g) {
        fill(g, new Color(255, 220, 60)).fillOval(40, 40, 120, 120);
        fill(g, Color.BLACK).fillOval(70, 75, 16, 20);
        g.fillOval(114, 75, 16, 20);
        g.setStroke(new BasicStroke(6));
        g.drawArc(65, 65, 70, 70, 200, 140);
    }

    private static void letter(Graphics2D g) {
        g.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 150));
        fill(g, Color.BLACK).drawString("A", 46, 155);
    }

    private static void ring(Graphics2D g) {
        g.setStroke(new BasicStroke(22));
        fill(g, Color.GRAY).drawOval(50, 50, 100, 100);
    }
}
