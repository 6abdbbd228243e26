package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class FastSamCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Console console =
            new Console(new PrintWriter(out, true), new PrintWriter(err, true), false);

    @Test
    void eachCommandAloneHasTheHelpThatItHasAmongAll() {
        Map<String, CommandLine> all = FastSamCommand.commandLine(console).getSubcommands();
        for (Map.Entry<String, CommandLine> command : all.entrySet()) {
            out.getBuffer().setLength(0);
            assertEquals(
                    ExitCodes.DONE, FastSamCommand.execute(console, command.getKey(), "--help"));
            assertEquals(command.getValue().getUsageMessage(CommandLine.Help.Ansi.OFF), "" + out);
        }
        assertEquals(6, all.size());
    }

    @Test
    void aMisspeltCommandIsComparedWithAll() {
        assertEquals(ExitCodes.USAGE, FastSamCommand.execute(console, "modles"));
        assertTrue(err.toString().contains("Did you mean models"), "" + err);
    }

    @Test
    void aFileWhoseNameBeginsWithAHyphenIsToldApartFromAnOption() {
        assertEquals(
                ExitCodes.USAGE,
                FastSamCommand.execute(console, "segment", "-dash.tif", "--out", "target/x"));
        assertTrue(err.toString().contains("If -dash.tif is a file, write ./-dash.tif."), "" + err);
    }

    @Test
    void anEmptyPathIsNotTheWorkingFolder() {
        String[][] lines = {
            {"segment", "in", "--out", ""},
            {"segment", "", "--out", "target/never-made"},
            {"report", "merge", ""},
            {"evaluate", "--truth", "", "--predicted", "x"},
            {"select", "in", "--prompts", "", "--out", "target/never-made"}
        };
        for (String[] line : lines) {
            err.getBuffer().setLength(0);
            assertEquals(ExitCodes.USAGE, FastSamCommand.execute(console, line));
            assertTrue(err.toString().contains("the path is empty"), "" + err);
        }
        assertFalse(Files.exists(Path.of("target/never-made")));
    }

    @Test
    void aTruthThatIsNoFolderIsAWrongCommandLine() {
        assertEquals(
                ExitCodes.USAGE,
                FastSamCommand.execute(
                        console, "evaluate", "--truth", "nowhere", "--predicted", "."));
        assertTrue(err.toString().contains("nowhere is no folder. Name"), "" + err);
    }

    @Test
    void aMessageIsOneLineWhateverTheNamesOfFiles() {
        console.complain("a\r\nb.tif: is\tempty \u001b[2J");
        assertEquals("fastsam: a b.tif: is empty  [2J" + System.lineSeparator(), "" + err);
    }

    @Test
    void theVersionNeedsNoCommand() {
        assertEquals(ExitCodes.DONE, FastSamCommand.execute(console, "--version"));
        assertTrue(out.toString().startsWith("FastSAM for Fiji "), "" + out);
    }
}
