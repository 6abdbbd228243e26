import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A long run with all that goes wrong in one: broken files, two kills, a full disk. Not part of the
 * build. From the root of a checkout:
 *
 * <pre>java src/test/soak/Soak.java [IMAGES [SEED [MODEL]]]</pre>
 *
 * 2000 images by default, with the bundled network. Needs {@code ./fastsam}; the full disk is a
 * tmpfs if this user may mount one, else a limit to the size of files. Ends with 0 if the report
 * equals what was planted and everything else is as in a run that nobody disturbed.
 */
public final class Soak {

    private static final List<String> KINDS =
            List.of("-labels.tif", "-objects.csv", "-overlay.png", "-rois.zip");
    private static final String[] ODD = {
        "a b", "\u00fc\u00df", "100%", "it's", "q\"q", "[1]", "a,b"
    };

    private final Path work = Files.createTempDirectory("fastsam-soak");
    private final Path in = work.resolve("in");
    private final Random random;
    private final int images;
    private final List<String> options;

    /** By path below the folder: true where the file is broken. */
    private final Map<String, Boolean> planted = new TreeMap<>();

    private Soak(int images, long seed, List<String> options) throws IOException {
        this.images = images;
        this.random = new Random(seed);
        this.options = options;
    }

    public static void main(String[] args) throws Exception {
        int images = args.length > 0 ? Integer.parseInt(args[0]) : 2000;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        List<String> options = args.length > 2 ? List.of("--model", args[2]) : List.of();
        new Soak(images, seed, options).run();
    }

    private void run() throws Exception {
        plant();
        long broken = planted.values().stream().filter(b -> b).count();
        say("%d files planted in %s, %d of them broken", planted.size(), in, broken);
        Path calm = work.resolve("calm");
        long begin = System.nanoTime();
        expect(1, finish(start(calm, List.of())), "the undisturbed run");
        say("undisturbed: %.0f s", (System.nanoTime() - begin) / 1e9);
        Path out = Files.createDirectory(work.resolve("out"));
        boolean mounted = mount(out, size(calm) * 2 / 3);
        try {
            disturb(out, mounted, size(calm));
            check(out, calm);
        } finally {
            if (mounted) {
                call("umount", out.toString());
            }
        }
        delete(work);
        say("all is as it was planted");
    }

    private void disturb(Path out, boolean mounted, long bytes) throws Exception {
        kill(out, planted.size() / 5);
        kill(out, planted.size() * 2 / 5);
        fill(out, mounted);
        if (mounted) {
            call("mount", "-o", "remount,size=" + 4 * bytes, out.toString());
        }
        expect(1, finish(start(out, List.of())), "the last run");
    }

    /** Small images of bright discs; every twentieth file is broken, in one of six ways. */
    private void plant() throws IOException {
        for (int i = 0; i < images; i++) {
            boolean broken = i % 20 == 7;
            String folder = i % 3 == 0 ? "" : "plate " + i % 3 + "/";
            String name =
                    folder
                            + "img"
                            + i
                            + ODD[i % ODD.length]
                            + (broken && i % 40 == 7 ? ".png" : ".tif");
            Path file = in.resolve(name);
            Files.createDirectories(file.getParent());
            byte[] image = tiff(96 + random.nextInt(64), 80 + random.nextInt(64));
            Files.write(file, broken ? damage(image, i / 20 % 6) : image);
            planted.put(name, broken);
        }
    }

    private byte[] damage(byte[] image, int way) {
        return switch (way) {
            case 0 -> new byte[0];
            case 1 -> "no image at all\n".getBytes(StandardCharsets.UTF_8);
            case 2 -> Arrays.copyOf(image, image.length / 2);
            case 3 -> Arrays.copyOf(image, 6);
            case 4 -> new byte[3000];
            default -> {
                byte[] random = new byte[500];
                this.random.nextBytes(random);
                yield random;
            }
        };
    }

    /** 16 bit, little-endian, one strip. */
    private byte[] tiff(int width, int height) {
        int[][] tags = {
            {256, width},
            {257, height},
            {258, 16},
            {259, 1},
            {262, 1},
            {273, 8 + 2 + 9 * 12 + 4},
            {277, 1},
            {278, height},
            {279, 2 * width * height}
        };
        ByteBuffer out = ByteBuffer.allocate(8 + 2 + 9 * 12 + 4 + 2 * width * height);
        out.order(ByteOrder.LITTLE_ENDIAN).put((byte) 'I').put((byte) 'I');
        out.putShort((short) 42).putInt(8).putShort((short) tags.length);
        for (int[] tag : tags) {
            out.putShort((short) tag[0]).putShort((short) 4).putInt(1).putInt(tag[1]);
        }
        out.putInt(0);
        int[][] discs = new int[1 + random.nextInt(6)][];
        for (int i = 0; i < discs.length; i++) {
            discs[i] =
                    new int[] {
                        random.nextInt(width), random.nextInt(height), 6 + random.nextInt(8)
                    };
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int column = x;
                int row = y;
                boolean inside =
                        Arrays.stream(discs)
                                .anyMatch(d -> Math.hypot(column - d[0], row - d[1]) < d[2]);
                out.putShort((short) ((inside ? 3000 : 300) + random.nextInt(100)));
            }
        }
        return out.array();
    }

    private Process start(Path out, List<String> prefix) throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(
                List.of("./fastsam", "segment", in.toString(), "-r", "--out", out.toString()));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectOutput(work.resolve("out.log").toFile())
                .redirectError(work.resolve("err.log").toFile())
                .start();
    }

    private static int finish(Process process) throws InterruptedException {
        return process.waitFor();
    }

    /** Kills a run, as a power cut would, once so many files are in the journal. */
    private void kill(Path out, int lines) throws Exception {
        Process process = start(out, List.of());
        Path journal = out.resolve("journal.jsonl");
        while (process.isAlive() && count(journal) < lines) {
            process.waitFor(20, TimeUnit.MILLISECONDS);
        }
        if (!process.isAlive()) {
            throw new IllegalStateException("The run ended before it could be killed.");
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        say("killed after %d lines of the journal", count(journal));
    }

    /** A run into a full disk: what fits is done, the rest fails, nothing is half written. */
    private void fill(Path out, boolean mounted) throws Exception {
        List<String> limit = List.of("sh", "-c", "ulimit -f 30; exec \"$@\"", "sh");
        int code = finish(start(out, mounted ? List.of() : limit));
        String errors = Files.readString(work.resolve("err.log"));
        expect(1, code, "the run into a full disk");
        if (!errors.contains("could not write")) {
            throw new IllegalStateException("The disk did not get full: " + errors);
        }
        say("full disk: %d files could not be written", errors.split("could not write").length - 1);
    }

    private void check(Path out, Path calm) throws IOException {
        List<String> lines = Files.readAllLines(out.resolve("report.csv"));
        String report = String.join("\n", lines);
        int done = 0;
        int failed = 0;
        for (Map.Entry<String, Boolean> file : planted.entrySet()) {
            String path = in.resolve(file.getKey()).toString();
            boolean quoted = path.matches("(?s).*[,\"' %\\[].*");
            String cell =
                    quoted && (path.contains(",") || path.contains("\""))
                            ? "\"" + path.replace("\"", "\"\"") + "\""
                            : path;
            String status = file.getValue() ? "failed" : "done";
            if (!report.contains(cell + "," + status + ",")) {
                throw new IllegalStateException(
                        "The report has no line of " + path + ": " + status);
            }
            done += file.getValue() ? 0 : 1;
            failed += file.getValue() ? 1 : 0;
        }
        if (lines.size() != planted.size() + 1) {
            throw new IllegalStateException("The report has " + lines.size() + " lines.");
        }
        int compared = compare(out, calm);
        say(
                "report: %d done, %d failed, as planted; %d result files equal",
                done, failed, compared);
    }

    /** All files but journal and reports are equal, and there are no others. */
    private static int compare(Path out, Path calm) throws IOException {
        List<String> names = names(calm);
        if (!names.equals(names(out))) {
            List<String> more = new ArrayList<>(names(out));
            more.removeAll(names);
            throw new IllegalStateException("The folders hold other files: " + more);
        }
        int results = 0;
        for (String name : names) {
            boolean isResult =
                    KINDS.stream().anyMatch(name::endsWith) || name.equals("objects.csv");
            if (isResult && Files.mismatch(out.resolve(name), calm.resolve(name)) >= 0) {
                throw new IllegalStateException(name + " differs.");
            }
            results += isResult ? 1 : 0;
        }
        return results;
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private static long count(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        byte[] bytes = Files.readAllBytes(file);
        long lines = 0;
        for (byte b : bytes) {
            lines += b == '\n' ? 1 : 0;
        }
        return lines;
    }

    private static long size(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file) / 4096 * 4096 + 4096;
            }
        }
        return bytes;
    }

    private static boolean mount(Path folder, long bytes) throws Exception {
        return new ProcessBuilder(
                                "mount",
                                "-t",
                                "tmpfs",
                                "-o",
                                "size=" + bytes,
                                "tmpfs",
                                folder.toString())
                        .start()
                        .waitFor()
                == 0;
    }

    private static void call(String... command) throws Exception {
        expect(
                0,
                new ProcessBuilder(command).inheritIO().start().waitFor(),
                String.join(" ", command));
    }

    private static void expect(int expected, int code, String what) {
        if (code != expected) {
            throw new IllegalStateException(
                    what + " ended with " + code + ", not " + expected + ".");
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
