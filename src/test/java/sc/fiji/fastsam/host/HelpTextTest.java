package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandService;
import org.scijava.module.ModuleException;
import sc.fiji.fastsam.command.Models;
import sc.fiji.fastsam.command.SegmentEverything;

class HelpTextTest {

    @ParameterizedTest
    @ValueSource(strings = {"are missed:", "are merged:", "are split,", "Too many objects"})
    void itSaysWhatToDoWhenObjectsAre(String fault) throws ModuleException {
        assertTrue(page().contains(fault), page());
    }

    @Test
    void itLeadsToTheManualAndNamesEachSettingWithItsKey() throws ModuleException {
        String page = page();
        assertTrue(page.contains("<a href=\"https://imagej.net/plugins/fastsam\">"), page);
        assertTrue(page.contains("<b>Object diameter (0 = automatic)</b> <tt>diameter</tt>"), page);
        assertTrue(page.contains("<tt>mask_iou</tt>"), page);
    }

    /** NB: macros do not know it. */
    @Test
    void thePreviewHasNoKey() throws ModuleException {
        assertFalse(page().contains("<tt>preview</tt>"));
    }

    @Test
    void ofACommandThatFindsNoObjectsItSaysNothingOfThem() throws ModuleException {
        String page = page(Models.class);
        assertFalse(page.contains("not right"), page);
        assertTrue(page.contains("<tt>accept_license</tt>"), page);
    }

    private static String page() throws ModuleException {
        return page(SegmentEverything.class);
    }

    private static String page(Class<? extends Command> command) throws ModuleException {
        try (Context context = new Context(CommandService.class)) {
            return HelpText.html(
                    context.service(CommandService.class).getCommand(command).createModule());
        }
    }
}
