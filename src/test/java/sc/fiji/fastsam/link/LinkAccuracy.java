package sc.fiji.fastsam.link;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Measures links on made sequences of known truth: {@code java -cp ...
 * sc.fiji.fastsam.link.LinkAccuracy}. The figures stand in docs/linking.md.
 */
public final class LinkAccuracy {

    private static final int SEEDS = Integer.getInteger("seeds", 10);

    private LinkAccuracy() {}

    /** Prints a table. */
    public static void main(String[] arguments) {
        for (int gap = 0; gap <= Integer.getInteger("gap", 1); gap++) {
            for (Map.Entry<String, LongFunction<MadeSequence>> kind : cells().entrySet()) {
                LinkSettings settings = LinkSettings.frames(gap);
                print(kind.getKey() + ", gap " + gap, kind.getValue(), settings, Assignment::of);
                if (Boolean.getBoolean("greedy")) print(kind.getKey() + ", greedy", kind.getValue(), settings, Greedy::match);
            }
            if (Boolean.getBoolean("vol")) for (Map.Entry<String, LongFunction<MadeSequence>> kind : volumes().entrySet()) {
                LinkSettings settings = LinkSettings.slices(gap);
                print(kind.getKey() + ", gap " + gap, kind.getValue(), settings, Assignment::of);
                if (Boolean.getBoolean("greedy")) print(kind.getKey() + ", greedy", kind.getValue(), settings, Greedy::match);
            }
        }
    }

    static Map<String, LongFunction<MadeSequence>> cells() {
        Map<String, LongFunction<MadeSequence>> kinds = new LinkedHashMap<>();
        put(kinds, "slow", new MadeCells.Wish(100, 40, 512, 24, 0.15, 0.5, 0.005, 0.02));
        put(kinds, "any way", new MadeCells.Wish(100, 40, 512, 24, 0.4, 0, 0.005, 0.02));
        put(kinds, "straight on", new MadeCells.Wish(100, 40, 512, 24, 0.5, 0.95, 0.005, 0.02));
        put(kinds, "straight and fast", new MadeCells.Wish(100, 40, 512, 24, 0.8, 0.95, 0.005, 0.02));
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

    static LinkErrors measure(
            LongFunction<MadeSequence> kind, LinkSettings settings, Linker.Matcher matcher) {
        LinkErrors sum = new LinkErrors(0, 0, 0, 0, 0, 0, 0);
        for (long seed = 1; seed <= SEEDS; seed++) {
            MadeSequence made = kind.apply(seed);
            Links links = Linker.link(made.objects(), settings, matcher);
            sum = sum.and(made.errors(links, settings.maxGap()));
        }
        return sum;
    }

    private static void print(
            String name,
            LongFunction<MadeSequence> kind,
            LinkSettings settings,
            Linker.Matcher matcher) {
        long start = System.nanoTime();
        LinkErrors errors = measure(kind, settings, matcher);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f s%n",
                name,
                errors,
                (System.nanoTime() - start) / 1e9);
    }
}
