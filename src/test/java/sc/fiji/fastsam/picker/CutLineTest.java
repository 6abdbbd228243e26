package sc.fiji.fastsam.picker;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import ij.ImagePlus;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.PlanePosition;

class CutLineTest {

    private static final Rectangle2D IMAGE = new Rectangle2D.Double(0, 0, 60, 50);

    private static String outOf(double magnification, List<Point2D> line) {
        return CutLine.outOf(IMAGE, line, magnification).stream()
                .map(point -> point.getX() + "," + point.getY())
                .collect(Collectors.joining(" "));
    }

    @Test
    void anEndAtTheBorderLeadsOutOfTheImage() {
        assertEquals("20.0,-1.0 20.0,5.0 30.0,30.0", outOf(1, PicksTest.line(20, 5, 30, 30)));
        assertEquals("20.0,20.0 30.0,46.0 30.0,51.0", outOf(1, PicksTest.line(20, 20, 30, 46)));
        assertEquals(
                "-1.0,20.0 0.0,20.0 59.0,20.0 61.0,20.0", outOf(1, PicksTest.line(0, 20, 59, 20)));
    }

    @Test
    void anEndElsewhereStaysWhereItIs() {
        assertEquals("20.0,6.0 30.0,43.0", outOf(1, PicksTest.line(20, 6, 30, 43)));
        assertEquals("20.0,-6.0 63.0,43.0", outOf(1, PicksTest.line(20, -6, 63, 43)));
    }

    /** NB: at twice the size 5 pixels of the screen are 2.5; at 16 times one pixel is 16. */
    @Test
    void whatIsAtTheBorderIsSeenOnTheScreen() {
        assertEquals("20.0,3.0 30.0,30.0", outOf(2, PicksTest.line(20, 3, 30, 30)));
        assertEquals("20.0,-1.0 20.0,2.5 30.0,30.0", outOf(2, PicksTest.line(20, 2.5, 30, 30)));
        assertEquals("20.0,-1.0 20.0,0.9 30.0,30.0", outOf(16, PicksTest.line(20, 0.9, 30, 30)));
        assertEquals("20.0,1.1 30.0,30.0", outOf(16, PicksTest.line(20, 1.1, 30, 30)));
        assertEquals("20.0,-1.0 20.0,10.0 30.0,30.0", outOf(0.5, PicksTest.line(20, 10, 30, 30)));
    }

    @Test
    void anObjectAtTheBorderIsCut() {
        ImagePlus image = IJ.createImage("cells.tif", "8-bit black", 60, 50, 1);
        Picks picks = Picks.of(image);
        picks.add(PicksTest.square(10, 0, 20), PlanePosition.FIRST);
        List<Point2D> drawn = PicksTest.line(20.5, 1.5, 20.5, 30);
        assertEquals(List.of(), picks.cut(drawn, PlanePosition.FIRST));
        assertEquals(
                List.of(new Cut(1, List.of(2))),
                picks.cut(CutLine.outOf(IMAGE, drawn, 1), PlanePosition.FIRST));
    }
}
