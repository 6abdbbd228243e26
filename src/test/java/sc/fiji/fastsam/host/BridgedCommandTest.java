package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BridgedCommandTest {

    private final ImagePlus source = IJ.createImage("source", "16-bit", 5, 3, 1);

    @BeforeEach
    void activate() {
        WindowManager.setTempCurrentImage(source);
    }

    @AfterEach
    void deactivate() {
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void theOutputIsTheActiveImageAfterwards() {
        run("factor=3 manner=[loud voice]");
        ImagePlus active = WindowManager.getCurrentImage();
        assertEquals("loud voice", active.getTitle());
        assertEquals(15, active.getWidth());
    }

    @Test
    void itRunsOnTheCallingThread() {
        run("factor=2");
        assertSame(Thread.currentThread(), EchoCommand.lastThread);
    }

    @Test
    void aKeyLeftOutTakesItsDefaultNotTheLastValue() {
        run("factor=4");
        WindowManager.setTempCurrentImage(source);
        run("manner=plain");
        assertEquals(10, WindowManager.getCurrentImage().getWidth());
    }

    @Test
    void withoutOptionsAndDisplayTheDefaultsApply() {
        run("");
        assertEquals(10, WindowManager.getCurrentImage().getWidth());
    }

    @Test
    void aFailureIsThrownHeadlessOutsideOfAMacro() {
        assertEquals("It was asked to fail.", failure("fail=true"));
    }

    @Test
    void aMisspeltKeyIsAnErrorThatNamesTheNearest() {
        String message = failure("facter=2");
        assertTrue(message.contains("no key \"facter\". Did you mean \"factor\"?"), message);
        assertTrue(message.endsWith("input, factor, manner, fail, stop."), message);
    }

    @Test
    void aValueOfTheWrongKindIsAnErrorThatNamesKeyAndValue() {
        assertEquals(
                "factor must be a number, but was \"two\".",
                failure("factor=two").replace("a whole number", "a number"));
        assertEquals("factor must be a whole number, but was \"2.5\".", failure("factor=2.5"));
        assertEquals("fail must be true or false, but was \"maybe\".", failure("fail=maybe"));
    }

    @Test
    void aValueOutOfRangeIsAnError() {
        assertEquals("factor must be 1 or more, but was 0.", failure("factor=0"));
    }

    @Test
    void anUnknownImageIsAnErrorThatNamesIt() {
        assertEquals(
                "input must be the title of an open image, but was \"blobs.gif\".",
                failure("input=blobs.gif"));
    }

    @Test
    void noImageIsAnErrorThatSaysWhatToDo() {
        WindowManager.setTempCurrentImage(null);
        assertEquals(
                "There is no image open. Open an image first, then run Echo...",
                failure("factor=2"));
    }

    @Test
    void aCanceledCommandGivesNoImage() {
        run("stop=true");
        assertSame(source, WindowManager.getCurrentImage());
    }

    @Test
    void aCommandThatIsNotThereIsAnError() {
        Exception e =
                assertThrows(
                        IllegalStateException.class,
                        () ->
                                new BridgedCommand(Host.current(), "no.Such", MacroOptions.NONE)
                                        .run());
        assertTrue(e.getMessage().startsWith("The command no.Such is not in"), e.getMessage());
    }

    private static String failure(String options) {
        return assertThrows(IllegalStateException.class, () -> run(options)).getMessage();
    }

    private static void run(String options) {
        MacroOptions parsed = MacroOptions.parse(options);
        new BridgedCommand(Host.current(), EchoCommand.class.getName(), parsed).run();
    }
}
