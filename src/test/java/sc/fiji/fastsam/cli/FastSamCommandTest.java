package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
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
    void theVersionNeedsNoCommand() {
        assertEquals(ExitCodes.DONE, FastSamCommand.execute(console, "--version"));
        assertTrue(out.toString().startsWith("FastSAM for Fiji "), "" + out);
    }
}
