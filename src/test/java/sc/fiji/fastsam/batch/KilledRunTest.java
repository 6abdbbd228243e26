package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.io.Fingerprint;

/** Runs that are killed as a power cut would, and several at a time. */
class KilledRunTest {

    private static final int IMAGES = 120;
    private static final int KILLS = 20;

    @TempDir private Path folder;
    private Path in;

    @BeforeEach
    void makeImages() throws IOException {
        in = Files.createDirectories(folder.resolve("in/sub"));
        for (int i = 0; i < IMAGES / 2; i++) {
            SampleFiles.tiff(in.resolve("b" + i + ".tif"));
            SampleFiles.tiffStack(in.getParent().resolve("a" + i + ".tif"), 1 + i % 3);
        }
        in = in.getParent();
        Files.writeString(in.resolve("sub/broken.tif"), "no image");
    }

    @Test
    void afterTwentyKillsAtRandomMomentsTheResultsAreThoseOfAnUndisturbedRunByteForByte()
            throws Exception {
        Path calm = folder.resolve("calm");
        assertEquals(1, finish(ChildRun.start(in, calm)));
        Path out = folder.resolve("out");
        Random random = new Random(20261126);
        int kills = 0;
        for (int i = 0; i < KILLS; i++) {
            Process process = ChildRun.start(in, out);
            ChildRun.lines(process, 1 + random.nextInt(10));
            process.waitFor(random.nextInt(8000), TimeUnit.MICROSECONDS);
            kills += process.isAlive() ? 1 : 0;
            process.destroyForcibly().waitFor();
        }
        assertEquals(KILLS, kills);
        assertTrue(Files.readAllLines(out.resolve("journal.jsonl")).size() > KILLS);
        assertEquals(1, finish(ChildRun.start(in, out)));
        assertEquals(List.of(), differences(contents(calm), contents(out)));
    }

    @Test
    void severalProcessesOnOneFolderDoEachFileOnceAlthoughOneIsKilled() throws Exception {
        Path calm = folder.resolve("calm");
        assertEquals(1, finish(ChildRun.start(in, calm)));
        Path out = folder.resolve("out");
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            processes.add(ChildRun.start(in, out));
        }
        Process victim = processes.remove(0);
        List<String> said = new ArrayList<>(ChildRun.lines(victim, 3));
        // NB: the process's own method closes what it has said.
        victim.toHandle().destroyForcibly();
        said.addAll(ChildRun.lines(victim, Integer.MAX_VALUE));
        victim.waitFor();
        String unfinished = said.get(said.size() - 1).replaceFirst("^begin ", "");
        for (Process process : processes) {
            said.addAll(ChildRun.lines(process, Integer.MAX_VALUE));
            assertEquals(1, process.waitFor());
        }
        Map<String, Integer> begun = new TreeMap<>();
        said.stream()
                .filter(line -> line.startsWith("begin "))
                .forEach(line -> begun.merge(line.substring(6), 1, Integer::sum));
        assertEquals(IMAGES + 1, begun.size());
        begun.remove(unfinished);
        assertTrue(begun.values().stream().allMatch(count -> count == 1), begun.toString());
        assertEquals(List.of(), differences(contents(calm), contents(out)));
    }

    private static int finish(Process process) throws Exception {
        ChildRun.lines(process, Integer.MAX_VALUE);
        return process.waitFor();
    }

    private static List<String> differences(Map<String, String> some, Map<String, String> others) {
        SortedSet<String> names = new TreeSet<>(some.keySet());
        names.addAll(others.keySet());
        names.removeIf(name -> Objects.equals(some.get(name), others.get(name)));
        return List.copyOf(names);
    }

    /** Fingerprint of each file but the journal; of reports without times. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                if (name.startsWith("report")) {
                    contents.put(name, Fingerprint.of(withoutTimes(Files.readString(file))));
                } else if (!name.equals("journal.jsonl")) {
                    contents.put(name, Fingerprint.of(file));
                }
            }
        }
        return contents;
    }

    /** NB: in a CSV row the times are the only numbers with a point and digits on both sides. */
    private static String withoutTimes(String report) {
        return report.replaceAll("\"ms(_[a-z ]+)?\": ?[0-9.]+", "\"ms\"")
                .replaceAll("(?<=,)\\d+\\.\\d+(?=,)", "0.0");
    }
}
