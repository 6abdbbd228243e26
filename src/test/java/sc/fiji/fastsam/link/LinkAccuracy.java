package sc.fiji.fastsam.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * Measures links on made sequences of known truth: {@code java -cp ...
 * sc.fiji.fastsam.link.LinkAccuracy}. The figures stand in docs/linking.md.
 */
public final class LinkAccuracy {

    private static final int SEEDS = 5;

    private LinkAccuracy() {}

    /** Prints a table: by the assignment, then by the best pair first. */
    public static void main(String[] arguments) {
        for (int gap = 0; gap <= 1; gap++) {
            LinkSettings frames = LinkSettings.frames(gap);
            cells().forEach((name, kind) -> print(name, kind, frames, SEEDS));
            LinkSettings slices = LinkSettings.slices(gap);
            volumes().forEach((name, kind) -> print(name, kind, slices, SEEDS));
        }
        MadeCells.Wish field = new MadeCells.Wish(4000, 10, 2048, 24, 0.25, 0.5, 0.003, 0.02);
        print("4000 a frame", seed -> MadeCells.of(field, seed), LinkSettings.frames(1), 1);
    }

    static Map<String, LongFunction<MadeSequence>> cells() {
        Map<String, LongFunction<MadeSequence>> kinds = new LinkedHashMap<>();
        put(kinds, "slow", new MadeCells.Wish(100, 40, 512, 24, 0.15, 0.5, 0.005, 0.02));
        put(kinds, "any way", new MadeCells.Wish(100, 40, 512, 24, 0.4, 0, 0.005, 0.02));
        put(kinds, "straight on", new MadeCells.Wish(100, 40, 512, 24, 0.5, 0.95, 0.005, 0.02));
        put(
                kinds,
                "straight and fast",
                new MadeCells.Wish(100, 40, 512, 24, 0.8, 0.95, 0.005, 0.02));
        put(kinds, "crowded", new MadeCells.Wish(300, 40, 512, 24, 0.25, 0.5, 0.003, 0.02));
        return kinds;
    }

    static Map<String, LongFunction<MadeSequence>> volumes() {
        Map<String, LongFunction<MadeSequence>> kinds = new LinkedHashMap<>();
        MadeVolume.Wish loose = new MadeVolume.Wish(150, 40, 512, 32, 12, 0.02);
        MadeVolume.Wish dense = new MadeVolume.Wish(4000, 40, 512, 32, 12, 0.02);
        kinds.put("loose ellipsoids", seed -> MadeVolume.of(loose, seed));
        kinds.put("packed ellipsoids", seed -> MadeVolume.of(dense, seed));
        return kinds;
    }

    private static void put(
            Map<String, LongFunction<MadeSequence>> kinds, String name, MadeCells.Wish wish) {
        kinds.put(name, seed -> MadeCells.of(wish, seed));
    }

    private static void print(
            String name, LongFunction<MadeSequence> kind, LinkSettings settings, int seeds) {
        print(name + ", gap " + settings.maxGap(), kind, settings, Assignment::of, seeds);
        print(name + ", greedy", kind, settings, Greedy::match, seeds);
    }

    private static void print(
            String name,
            LongFunction<MadeSequence> kind,
            LinkSettings settings,
            Linker.Matcher matcher,
            int seeds) {
        LinkErrors sum = new LinkErrors(0, 0, 0, 0, 0, 0, 0);
        long nanos = 0;
        for (long seed = 1; seed <= seeds; seed++) {
            MadeSequence made = kind.apply(seed);
            List<List<SegmentedObject>> objects = made.objects();
            long start = System.nanoTime();
            Links links = Linker.link(objects, settings, matcher);
            nanos += System.nanoTime() - start;
            sum = sum.and(made.errors(links, settings.maxGap()));
        }
        System.out.printf(Locale.ROOT, "| %s | %s | %.2f s |%n", name, sum, nanos / 1e9);
    }
}
