package sc.fiji.fastsam.batch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.batch.report.AreaCounts;
import sc.fiji.fastsam.batch.report.FileReport;
import sc.fiji.fastsam.batch.report.FileStatus;
import sc.fiji.fastsam.batch.report.RunFiles;

class JournalTest {

    @TempDir private Path folder;

    @Test
    void whatWasNotedIsReadAgainByTheNextRun() throws IOException {
        JournalEntry entry = entry("day1/a", "2026-11-26T12:00:00.000Z");
        try (Journal journal = open()) {
            journal.begin(
                    Journal.lineOf(
                            new JournalRun(
                                    "2026-11-26T11:00:00.000Z", 0, 0, List.of("day1/a", "b"))));
            journal.add(entry);
        }
        try (Journal journal = open()) {
            assertEquals(Optional.of(entry), journal.find("day1/a"));
            assertEquals(Optional.empty(), journal.find("b"));
            assertEquals(0, journal.unreadable());
        }
    }

    @Test
    void aLineThatACrashCutOffCountsAsNothingAndTheNextStandsForItself() throws IOException {
        try (Journal journal = open()) {
            journal.add(entry("a", "2026-11-26T12:00:00.000Z"));
            journal.add(entry("b", "2026-11-26T12:00:01.000Z"));
        }
        byte[] bytes = Files.readAllBytes(file());
        for (int cut : new int[] {1, 2, 40}) {
            Files.write(file(), java.util.Arrays.copyOf(bytes, bytes.length - cut));
            try (Journal journal = open()) {
                assertTrue(journal.find("a").isPresent());
                assertFalse(journal.find("b").isPresent());
                journal.add(entry("c", "2026-11-26T12:00:02.000Z"));
            }
            try (Journal journal = open()) {
                assertTrue(journal.find("c").isPresent());
                // NB: without its end alone, a line is whole as soon as another follows.
                assertEquals(cut == 1, journal.find("b").isPresent());
                assertEquals(cut == 1 ? 0 : 1, journal.unreadable());
            }
        }
    }

    @Test
    void linesOfAnotherVersionAndDamageAreCountedAndLeftOut() throws IOException {
        try (Journal journal = open()) {
            journal.add(entry("a", "2026-11-26T12:00:00.000Z"));
        }
        String line = Files.readString(file());
        Files.writeString(
                file(),
                line.replace("\"fastsam_journal\":1", "\"fastsam_journal\":2")
                        + "{}\nnull\n[1]\n\n"
                        + line.replace(
                                "\"outputs\":{\"labels\":12}", "\"outputs\":{\"labels\":\"x\"}"),
                StandardOpenOption.TRUNCATE_EXISTING);
        try (Journal journal = open()) {
            assertEquals(Optional.empty(), journal.find("a"));
            assertEquals(6, journal.unreadable());
        }
    }

    /** NB: a journal may have been edited, or be of a version that writes other lines. */
    @Test
    void aLineWithoutOneOfItsPartsIsDamage() throws IOException {
        JsonObject done = line(JournalLines.of(entry("a", "2026-11-26T12:00:00.000Z")));
        JsonObject begun = line(Journal.lineOf(run("2026-11-26T11:00:00.000Z", "a", "b")));
        List<String> lines = new ArrayList<>();
        for (String part :
                List.of(
                        "name",
                        "status",
                        "finished",
                        "settings",
                        "model_hash",
                        "version",
                        "outputs",
                        "report",
                        "areas",
                        "picture")) {
            JsonObject damaged = done.deepCopy();
            damaged.remove(part);
            lines.add(damaged.toString());
            damaged.add(part, JsonNull.INSTANCE);
            lines.add(damaged.toString());
        }
        for (String part : List.of("outputs", "areas")) {
            JsonObject damaged = done.deepCopy();
            damaged.getAsJsonObject(part).add("12", JsonNull.INSTANCE);
            lines.add(damaged.toString());
        }
        for (String part : List.of("started", "names")) {
            JsonObject damaged = begun.deepCopy();
            damaged.remove(part);
            lines.add(damaged.toString());
        }
        begun.getAsJsonArray("names").add(JsonNull.INSTANCE);
        lines.add(begun.toString());
        for (String line : lines) {
            Files.writeString(file(), line + "\n");
            try (Journal journal = open()) {
                assertEquals(1, journal.unreadable(), line);
                assertEquals(Optional.empty(), journal.find("a"), line);
                assertEquals(Set.of(), journal.names(), line);
            }
        }
    }

    private static JsonObject line(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static JournalRun run(String started, String... names) {
        return new JournalRun(started, 0, 0, List.of(names));
    }

    @Test
    void namesAreThoseOfAllRunsAndForeignOnesThoseThatNoneHasDone() throws IOException {
        try (Journal shard = Journal.open(RunFiles.ofShard(folder, 2, 5))) {
            shard.begin(Journal.lineOf(run("2026-11-26T13:00:00.000Z", "d")));
            shard.begin("damage");
        }
        try (Journal journal = open()) {
            assertEquals(List.of(), journal.lastNames());
            JournalRun first = run("2026-11-26T11:00:00.000Z", "a", "b", "c");
            journal.begin(Journal.lineOf(first.withForeign(List.of("a", "b", "c"))));
            journal.begin("damage");
            journal.begin(Journal.lineOf(run("2026-11-26T12:00:00.000Z", "b", "a")));
            journal.add(entry("a", "2026-11-26T12:01:00.000Z"));
            journal.add(entry("b", "2026-11-26T12:02:00.000Z", FileStatus.FAILED));
            journal.refresh();
            assertEquals(Set.of("a", "b", "c", "d"), journal.names());
            assertEquals(List.of("b", "a"), journal.lastNames());
            assertEquals(Set.of("b", "c"), journal.foreign());
            assertEquals(2, journal.unreadable());
        }
    }

    @Test
    void theLaterOfTwoJournalsCounts() throws IOException {
        JournalEntry early = entry("a", "2026-11-26T12:00:00.000Z");
        JournalEntry late = entry("a", "2026-11-26T12:00:00.001Z");
        try (Journal shard = Journal.open(RunFiles.ofShard(folder, 2, 5))) {
            shard.add(late);
        }
        try (Journal journal = open()) {
            journal.add(early);
            journal.refresh();
            assertEquals(Optional.of(late), journal.find("a"));
        }
        assertTrue(Files.exists(folder.resolve("journal-2-of-5.jsonl")));
    }

    @Test
    void whatAnotherRunAddsIsSeenAfterARefresh() throws IOException {
        try (Journal mine = open();
                Journal theirs = open()) {
            theirs.add(entry("a", "2026-11-26T12:00:00.000Z"));
            assertEquals(Optional.empty(), mine.find("a"));
            mine.refresh();
            assertTrue(mine.find("a").isPresent());
        }
    }

    @Test
    void aFileIsClaimedByOneRunAtATime() throws IOException {
        try (Journal mine = open();
                Journal theirs = open()) {
            Claim claim = mine.claim("a").orElseThrow();
            assertEquals(Optional.empty(), theirs.claim("a"));
            theirs.claim("b").orElseThrow().close();
            claim.close();
            theirs.claim("a").orElseThrow().close();
        }
    }

    @Test
    void anInterruptDoesNotHurtTheJournal() throws IOException {
        try (Journal journal = open()) {
            Thread.currentThread().interrupt();
            journal.add(entry("a", "2026-11-26T12:00:00.000Z"));
            journal.refresh();
            assertTrue(Thread.interrupted());
            assertTrue(journal.find("a").isPresent());
        }
    }

    private Journal open() throws IOException {
        return Journal.open(RunFiles.of(folder));
    }

    private Path file() {
        return folder.resolve("journal.jsonl");
    }

    private static JournalEntry entry(String name, String finished) {
        return entry(name, finished, FileStatus.DONE);
    }

    private static JournalEntry entry(String name, String finished, FileStatus status) {
        FileReport report =
                new FileReport(
                        name,
                        status,
                        Map.of(
                                "file",
                                "/in/" + name + ".tif",
                                "scale",
                                1.0,
                                "objects",
                                3L,
                                "notes",
                                List.of("\u00fc \"%\"")),
                        new AreaCounts(new TreeMap<>(Map.of(12, 3))),
                        "/9j=");
        return new JournalEntry(
                new FileState(1234, 5678),
                new Recipe("diameter=30", "abc", "1"),
                new TreeMap<>(Map.of("labels", 12L)),
                finished,
                report);
    }
}
