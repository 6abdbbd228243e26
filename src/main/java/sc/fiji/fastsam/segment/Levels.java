package sc.fiji.fastsam.segment;

import java.util.List;

/**
 * Scales at which a plane is segmented, one a level.
 *
 * @param levels the largest objects first; never empty
 * @param main place of the one that the plane has where it has but one level
 * @param sure whether objects of all levels are there for certain; else that is judged by the
 *     objects
 */
record Levels(List<Level> levels, int main, boolean sure) {

    /**
     * One of them.
     *
     * @param scale at which its objects are seen well
     * @param diameter of a typical one, in source pixels
     */
    record Level(Scale scale, double diameter) {}

    /** Copies the list. */
    Levels {
        levels = List.copyOf(levels);
    }

    /** One level. */
    static Levels of(Scale scale) {
        return new Levels(List.of(new Level(scale, 0)), 0, true);
    }

    /** The scale where there is but one level. */
    Scale mainScale() {
        return scale(main);
    }

    /** The scale of a level. */
    Scale scale(int level) {
        return levels.get(level).scale;
    }

    /** Number of levels. */
    int count() {
        return levels.size();
    }

    /** Only the main level. */
    Levels withoutOthers() {
        return of(mainScale());
    }

    /** The same without raw results. */
    Levels withoutRaw() {
        return new Levels(
                levels.stream().map(l -> new Level(l.scale.withoutRaw(), l.diameter)).toList(),
                main,
                sure);
    }

    /** Diameter between a level's objects and the next one's, in source pixels; 0 of the last. */
    double leastDiameter(int level) {
        return level == count() - 1
                ? 0
                : Math.sqrt(levels.get(level).diameter * levels.get(level + 1).diameter);
    }
}
