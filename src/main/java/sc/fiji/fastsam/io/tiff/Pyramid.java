package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import sc.fiji.fastsam.geometry.Size;

/** Which pages are others at a lower resolution. */
final class Pyramid {

    /** Pixels by which a rounded side may be off. */
    private static final double ROUNDING = 2;

    private Pyramid() {}

    /**
     * The page and those among the candidates that show it smaller, largest first. Candidates of
     * other kinds, or that are not read, are left out.
     */
    static List<Page> levels(TiffFile file, Page base, List<Ifd> candidates) throws IOException {
        List<Page> smaller = new ArrayList<>();
        for (Ifd ifd : candidates) {
            if (isReadable(file, ifd) && isSmaller(file.page(ifd), base)) {
                file.page(ifd).check();
                smaller.add(file.page(ifd));
            }
        }
        smaller.sort(Comparator.comparingInt((Page page) -> page.size().width()).reversed());
        List<Page> levels = new ArrayList<>(List.of(base));
        for (Page page : smaller) {
            if (page.size().width() < levels.get(levels.size() - 1).size().width()) {
                levels.add(page);
            }
        }
        return levels;
    }

    private static boolean isReadable(TiffFile file, Ifd ifd) {
        try {
            file.page(ifd);
            return true;
        } catch (IOException e) {
            // NB: a thumbnail of another kind is no reason to refuse the image.
            return false;
        }
    }

    /** True when a page has the other's kind of pixels and its shape, but smaller. */
    static boolean isSmaller(Page page, Page base) {
        if (!page.hasPixelsOf(base) || page.size().width() >= base.size().width()) {
            return false;
        }
        Size small = page.size();
        Size large = base.size();
        double width = (double) large.width() * small.height() / large.height();
        double height = (double) large.height() * small.width() / large.width();
        return Math.abs(width - small.width()) <= ROUNDING
                || Math.abs(height - small.height()) <= ROUNDING;
    }

    /**
     * True when pages without tags are a pyramid: all in tiles, each a half, a quarter and so on of
     * the first.
     */
    static boolean isUntagged(List<Page> pages) {
        Page base = pages.get(0);
        int width = Integer.MAX_VALUE;
        for (Page page : pages) {
            double factor = (double) base.size().width() / page.size().width();
            double power = Math.log(factor) / Math.log(2);
            boolean halved = Math.abs(power - Math.rint(power)) < 0.02;
            boolean fits = page == base || halved && isSmaller(page, base);
            if (!page.grid().tiled() || page.size().width() >= width || !fits) {
                return false;
            }
            width = page.size().width();
        }
        return pages.size() > 1;
    }
}
