package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import picocli.CommandLine.Help.Ansi;

/** docs/cli.md shows the help as it is. */
class CommandLineDocsTest {

    private static final Path PAGE = Path.of("docs", "cli.md");
    private static final int WIDTH = 80;

    @Test
    void thePageShowsTheHelpOfEveryCommand() throws IOException {
        String page = Files.readString(PAGE);
        String renewed = page;
        List<CommandLine> commands = new ArrayList<>(List.of(root()));
        commands.addAll(root().getSubcommands().values());
        for (CommandLine command : commands) {
            renewed = withHelp(renewed, command);
        }
        if ("write".equals(System.getProperty("fastsam.docs"))) {
            Files.writeString(PAGE, renewed);
        } else {
            assertEquals(renewed, page, "Renew it with -Dfastsam.docs=write.");
        }
    }

    private static String withHelp(String page, CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        Matcher block =
                Pattern.compile("(\n## " + name + "\n```\n)(.*?)(```\n)", Pattern.DOTALL)
                        .matcher(page);
        assertTrue(block.find(), "docs/cli.md has no block for " + name);
        String help = command.getUsageMessage(Ansi.OFF).replace(System.lineSeparator(), "\n");
        return block.replaceFirst(Matcher.quoteReplacement(block.group(1) + help + "```\n"));
    }

    private static CommandLine root() {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        CommandLine line = FastSamCommand.commandLine(new Console(nowhere, nowhere, false));
        line.setUsageHelpAutoWidth(false);
        line.setUsageHelpWidth(WIDTH);
        return line;
    }
}
