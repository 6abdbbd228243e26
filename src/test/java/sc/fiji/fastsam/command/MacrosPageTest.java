package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.ItemVisibility;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.widget.Button;

/** The manual's tables of macro keys say what the code says. */
class MacrosPageTest {

    private static final Path PAGE = Path.of("docs", "macros.md");

    private static final List<Class<? extends NetworkCommand>> COMMANDS =
            List.of(SegmentEverything.class, SegmentSelection.class);

    /** With -Dfastsam.docs=write the page is made anew where it differs. */
    @BeforeAll
    static void renew() throws Exception {
        if ("write".equals(System.getProperty("fastsam.docs"))) {
            List<String> first = rows(SegmentEverything.class);
            List<String> second = rows(SegmentSelection.class);
            second.removeAll(first.subList(shared(first), first.size()));
            List<String> page = new ArrayList<>();
            int tables = 0;
            boolean inTable = false;
            for (String line : Files.readAllLines(PAGE)) {
                boolean isRow = line.startsWith("| `");
                if (isRow && !inTable) {
                    page.addAll(tables++ == 0 ? first : second);
                }
                inTable = isRow;
                if (!isRow) {
                    page.add(line);
                }
            }
            Files.write(PAGE, page);
        }
    }

    private static int shared(List<String> rows) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).startsWith("| `model`")) {
                return i;
            }
        }
        throw new IllegalStateException("no key model");
    }

    @Test
    void theTablesAreThoseOfTheCode() throws Exception {
        String page = Files.readString(PAGE);
        for (Class<? extends NetworkCommand> command : COMMANDS) {
            for (String row : rows(command)) {
                assertTrue(page.contains(row), "docs/macros.md lacks this line:\n" + row);
            }
        }
    }

    @Test
    void noRowIsOfAKeyThatIsGone() throws Exception {
        List<String> expected = new ArrayList<>();
        for (Class<? extends NetworkCommand> command : COMMANDS) {
            expected.addAll(rows(command));
        }
        List<String> written =
                Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `")).toList();
        List<String> strangers = new ArrayList<>(written);
        strangers.removeAll(expected);
        assertEquals(List.of(), strangers);
    }

    private static List<String> rows(Class<? extends NetworkCommand> type) throws Exception {
        List<String> rows = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        try (Context context = new Context(CommandService.class)) {
            CommandInfo info = context.service(CommandService.class).getCommand(type);
            Module module = info.createModule();
            for (ModuleItem<?> item : info.inputs()) {
                if (item.getType() != Button.class
                        && item.getType() != Context.class
                        && item.getVisibility() != ItemVisibility.MESSAGE
                        && item.getVisibility() != ItemVisibility.INVISIBLE) {
                    boolean second =
                            info.getInput(item.getName()).getField().getDeclaringClass()
                                    == NetworkCommand.class;
                    (second ? shared : rows).add(row(item, module.getInput(item.getName())));
                }
            }
        }
        rows.addAll(shared);
        return rows;
    }

    private static String row(ModuleItem<?> item, Object value) {
        String choices =
                item.getChoices() == null || item.getChoices().isEmpty()
                        ? ""
                        : " One of " + String.join(", ", texts(item.getChoices())) + ".";
        String standard = value == null ? "" : "`" + value + "`";
        return String.format(
                "| `%s` | %s | %s | %s%s |",
                item.getName(), standard, item.getLabel(), item.getDescription(), choices);
    }

    private static List<String> texts(List<?> choices) {
        return choices.stream().map(choice -> "`" + choice + "`").toList();
    }
}
