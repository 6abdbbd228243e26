package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * cluster/slurm.sh, with an sbatch and a fastsam that tell how they were called. On a real Slurm:
 * cluster/slurm-test.sh.
 */
@EnabledOnOs(OS.LINUX)
class SlurmScriptTest {

    private static final Path SCRIPT = Path.of("cluster", "slurm.sh").toAbsolutePath();

    @TempDir private Path folder;

    @BeforeEach
    void makePrograms() throws IOException {
        tool("sbatch", "echo \"$FASTSAM_STEP $SHARDS $*\" >>\"$(dirname \"$0\")/calls\"; echo 42");
        tool("fastsam", "echo \"$FASTSAM_JAVA_OPTS\"; printf '<%s>' \"$@\"; exit 1");
        Files.createDirectories(folder.resolve("plate 1"));
    }

    @Test
    void anArrayWithATaskForEachShardIsSubmittedAndThenTheMerge() throws Exception {
        Run run =
                run(
                        Map.of("SHARDS", "3", "PARTITION", "cpu"),
                        folder.resolve("plate 1").toString(),
                        folder.resolve("out").toString(),
                        "--diameter",
                        "30");
        assertEquals(0, run.code(), run::out);
        List<String> calls = Files.readAllLines(folder.resolve("calls"));
        assertEquals(2, calls.size());
        assertTrue(calls.get(0).startsWith("shard 3 "), calls::toString);
        assertTrue(calls.get(0).contains(" --partition=cpu "), calls::toString);
        assertTrue(calls.get(0).contains(" --array=1-3 --requeue "), calls::toString);
        assertTrue(calls.get(0).contains(" --cpus-per-task=4 --mem=4G "), calls::toString);
        assertTrue(calls.get(0).endsWith("/plate 1 " + real("out") + " --diameter 30"));
        assertTrue(calls.get(1).startsWith("merge 3 "), calls::toString);
        assertTrue(calls.get(1).contains(" --dependency=afterany:42 "), calls::toString);
    }

    @Test
    void aTaskDoesItsShardWithItsProcessorsAndHalfOfItsMemory() throws Exception {
        Map<String, String> task =
                Map.of(
                        "FASTSAM_STEP", "shard",
                        "SHARDS", "8",
                        "SLURM_ARRAY_TASK_ID", "2",
                        "SLURM_CPUS_PER_TASK", "4",
                        "SLURM_MEM_PER_NODE", "3000");
        Run run = run(task, "plate 1", "out", "--diameter", "30");
        assertEquals(
                "-XX:ActiveProcessorCount=4 -Xmx1500m \n"
                        + "<segment><plate 1><--out><out><--shard><2/8><--threads><4><--diameter><30>",
                run.out());
        assertEquals(1, run.code(), "the command's own exit code");
    }

    @Test
    void theLastJobMergesTheReports() throws Exception {
        Run run = run(Map.of("FASTSAM_STEP", "merge"), "plate 1", "out");
        assertEquals("\n<report><merge><out>", run.out());
    }

    @Test
    void wrongCallsAreRefusedWithTheWayOut() throws Exception {
        assertEquals(
                "slurm.sh: usage: slurm.sh IMAGES RESULTS [options of fastsam segment]\n",
                run(Map.of(), "plate").out());
        assertEquals("slurm.sh: there are no images at gone\n", run(Map.of(), "gone", "x").out());
        Run run = run(Map.of("SHARDS", "many"), "plate 1", "out");
        assertEquals("slurm.sh: SHARDS must be a number from 1 on, but was 'many'\n", run.out());
        assertEquals(2, run.code());
    }

    @Test
    void theOtherScriptIsOne() throws Exception {
        Path test = SCRIPT.resolveSibling("slurm-test.sh");
        assertEquals("", start(new ProcessBuilder("bash", "-n", test.toString())).out());
    }

    private String real(String name) throws IOException {
        return folder.toRealPath().resolve(name).toString();
    }

    private Run run(Map<String, String> variables, String... arguments) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("bash", SCRIPT.toString());
        builder.command().addAll(List.of(arguments));
        builder.directory(folder.toFile());
        builder.environment().remove("FASTSAM_JAVA_OPTS");
        builder.environment().merge("PATH", folder + ":", (path, own) -> own + path);
        builder.environment().putAll(variables);
        return start(builder);
    }

    private static Run start(ProcessBuilder builder) throws Exception {
        Process process = builder.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), out);
    }

    private void tool(String name, String body) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** How a script ended. */
    private record Run(int code, String out) {}
}
