package sc.fiji.fastsam.io.tiff;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ColorTable;
import sc.fiji.fastsam.io.ImageLayout;

/**
 * An image put together from pages.
 *
 * @param layout what it consists of
 * @param planes in the order of {@link sc.fiji.fastsam.io.PlaneCounts#indexOf}
 * @param notes for the user
 */
record Stack(ImageLayout layout, List<PlaneLevels> planes, List<String> notes) {

    /** The layout of one plane of a page, with its levels and colors. */
    static ImageLayout layout(List<Page> levels, Optional<ColorTable> colors) {
        List<Size> sizes = new ArrayList<>();
        for (Page page : levels) {
            sizes.add(page.size());
        }
        Page first = levels.get(0);
        ImageLayout layout = ImageLayout.of(first.size(), first.samples().type()).withLevels(sizes);
        return colors.map(layout::withColors).orElse(layout);
    }
}
