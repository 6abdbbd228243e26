package sc.fiji.fastsam.io.tiff;

import java.util.List;

/**
 * A plane at all its resolutions.
 *
 * @param levels pages, the full size first
 * @param sample which of the pages' samples; 0 for RGB
 * @param shift bytes from the pages' own data on, 0 but for planes that follow a single page
 */
record PlaneLevels(List<Page> levels, int sample, long shift) {

    PlaneLevels {
        levels = List.copyOf(levels);
    }

    PlaneData at(int level) {
        return new PlaneData(levels.get(level), sample, shift);
    }
}
