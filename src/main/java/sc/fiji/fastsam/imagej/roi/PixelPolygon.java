package sc.fiji.fastsam.imagej.roi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.mask.Mask;

/**
 * A polygon along the edges of pixels, in source coordinates, valid by the OGC's Simple Features:
 * no ring passes a point twice, rings touch each other in single points only, and the inside hangs
 * together. So pixels of a mask that touch at a corner alone belong to polygons of their own.
 *
 * @param shell the outside, of positive {@linkplain Border#area area}
 * @param holes of negative area, each inside of the shell
 */
public record PixelPolygon(Border shell, List<Border> holes) {

    /** Keeps a copy of the list. */
    public PixelPolygon {
        holes = List.copyOf(holes);
    }

    /**
     * The polygons that cover a mask's pixels and nothing else, by the first pixel of their parts;
     * none for an empty mask.
     */
    public static List<PixelPolygon> of(Mask mask) {
        List<Part> parts = new ArrayList<>(1);
        List<Border> holes = new ArrayList<>();
        for (Border border : BorderTracer.traceParts(mask)) {
            for (Border ring : rings(border)) {
                if (ring.area() > 0) {
                    parts.add(new Part(ring));
                } else {
                    holes.add(ring);
                }
            }
        }
        holes.forEach(hole -> around(hole, parts).holes.add(hole));
        return parts.stream().map(part -> new PixelPolygon(part.shell, part.holes)).toList();
    }

    /** A polygon whose holes are being found. */
    private static final class Part {

        private final Border shell;
        private final long area;
        private final Region bounds;
        private final List<Border> holes = new ArrayList<>();

        Part(Border shell) {
            this.shell = shell;
            this.area = shell.area();
            this.bounds = shell.bounds();
        }

        /** NB: the bounds first; a mask may have thousands of parts with thousands of holes. */
        boolean encloses(int px, int py) {
            return bounds.contains(px, py) && shell.encloses(px, py);
        }
    }

    /** Parts a border where it passes a point again. */
    private static List<Border> rings(Border border) {
        List<Border> rings = new ArrayList<>(1);
        int[] way = new int[border.x().length];
        Map<Long, Integer> places = new HashMap<>();
        int length = 0;
        for (int i = 0; i < way.length; i++) {
            Integer before = places.putIfAbsent(point(border, i), length);
            if (before != null) {
                rings.add(ring(border, way, before, length));
                for (int k = before + 1; k < length; k++) {
                    places.remove(point(border, way[k]));
                }
                length = before;
            }
            way[length++] = i;
        }
        rings.add(ring(border, way, 0, length));
        return rings;
    }

    private static long point(Border border, int i) {
        return (long) border.y()[i] << 32 | border.x()[i] & 0xffffffffL;
    }

    private static Border ring(Border border, int[] way, int from, int to) {
        Border.Builder ring = new Border.Builder();
        for (int k = from; k < to; k++) {
            ring.add(border.x()[way[k]], border.y()[way[k]]);
        }
        return ring.toBorder();
    }

    /** The part that a hole lies in: the smallest round the set pixel on its right hand. */
    private static Part around(Border hole, List<Part> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        int right = Integer.signum(hole.x()[1] - hole.x()[0]);
        int down = Integer.signum(hole.y()[1] - hole.y()[0]);
        int px = hole.x()[0] + (right - down - 1) / 2;
        int py = hole.y()[0] + (down + right - 1) / 2;
        return parts.stream()
                .filter(part -> part.encloses(px, py))
                .min(Comparator.comparingLong(part -> part.area))
                .orElseThrow();
    }
}
