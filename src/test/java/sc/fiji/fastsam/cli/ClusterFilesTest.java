package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the files for clusters and their page say of the command line is so. */
class ClusterFilesTest {

    private static final List<Path> FILES =
            List.of(
                    Path.of("docs", "cluster.md"),
                    Path.of("cluster", "slurm.sh"),
                    Path.of("cluster", "snakemake", "Snakefile"),
                    Path.of("cluster", "nextflow", "modules/local/fastsam/segment/main.nf"),
                    Path.of("Dockerfile"));

    /** A command with what follows it, over lines that end in a backslash or in a Python string. */
    private static final Pattern CALL =
            Pattern.compile(
                    "(?:fastsam|FASTSAM\\}|\\$fastsam) (segment|select|report|info|evaluate|models)\\b"
                            + "((?:[^\\n`|]|\\\\\\\\?\\n|\"\\n)*)");

    private static final Pattern OPTION = Pattern.compile("(?<= )--?[a-z][a-z-]*");

    @Test
    void everyOptionIsOneOfItsCommand() throws IOException {
        List<String> unknown = new ArrayList<>();
        int options = 0;
        for (Path file : FILES) {
            Matcher call = CALL.matcher(Files.readString(file));
            while (call.find()) {
                CommandLine command = root().getSubcommands().get(call.group(1));
                Matcher option = OPTION.matcher(call.group(2));
                while (option.find()) {
                    options++;
                    if (!command.getCommandSpec().optionsMap().containsKey(option.group())) {
                        unknown.add(file + ": " + call.group(1) + " " + option.group());
                    }
                }
            }
        }
        assertEquals(List.of(), unknown);
        assertTrue(options >= 15, () -> "too few calls were found");
    }

    @Test
    void theReportsCommandsAreThere() throws IOException {
        CommandLine report = root().getSubcommands().get("report");
        for (Path file : FILES) {
            Matcher call = Pattern.compile("fastsam\\}? report ([a-z]+)").matcher(text(file));
            while (call.find()) {
                assertTrue(report.getSubcommands().containsKey(call.group(1)), file::toString);
            }
        }
    }

    @Test
    void theVariablesOnThePageAreThoseOfTheSlurmScript() throws IOException {
        String script = Files.readString(Path.of("cluster", "slurm.sh"));
        Matcher row = Pattern.compile("(?m)^\\| (`[A-Z`, ]+) \\|").matcher(text(FILES.get(0)));
        List<String> names = new ArrayList<>();
        while (row.find()) {
            names.addAll(List.of(row.group(1).replace("`", "").split(", ")));
        }
        assertFalse(names.isEmpty());
        for (String name : names) {
            assertTrue(script.contains("${" + name + ":"), name);
        }
    }

    /** Of the second task an image has objects in two levels, and a name that needs quotes. */
    @Test
    void nextflowJoinsTablesWhoseColumnsDiffer() throws IOException {
        List<String> tables =
                List.of(
                        "image,label,mean_ch2\r\na.tif,1,7.5\r\n",
                        "image,label,parent,note\r\n\"b,\n\"\"1\"\".tif\",1,0,\r\nc.tif,2,1,x\r\n");
        assertEquals(
                "image,label,mean_ch2,parent,note\n"
                        + "a.tif,1,7.5,,\n"
                        + "\"b,\n\"\"1\"\".tif\",1,,0,\n"
                        + "c.tif,2,,1,x\n",
                joined(tables));
    }

    @Test
    void nextflowKeepsTheRowsOfTablesOfTheSameColumns() throws IOException {
        String head = "image,label\r\n";
        List<String> tables =
                List.of(head + "\"a,1\",1\r\n", head, "", head + "\"b\",1\r\nb,2\r\n");
        assertEquals("image,label\n\"a,1\",1\n\"b\",1\nb,2\n", joined(tables));
    }

    private static Object joined(List<String> tables) throws IOException {
        String workflow = Files.readString(Path.of("cluster", "nextflow", "main.nf"));
        String functions =
                workflow.substring(workflow.indexOf("def joined"), workflow.indexOf("workflow {"));
        Binding variables = new Binding();
        variables.setVariable("tables", tables);
        return new GroovyShell(variables).evaluate(functions + "\njoined(tables)");
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file);
    }

    private static CommandLine root() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        return FastSamCommand.commandLine(new Console(nowhere, nowhere, false));
    }
}
