package sc.fiji.fastsam.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.plugin.PlugIn;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

class MenuEntryTest {

    private static final int JAVA_8 = 52;

    /** NB: SciJava says "Cannot create plugin" of what it cannot, before each command it runs. */
    @Test
    void whatSciJavaCreatesUnaskedIsAmongIt() {
        try (Context context = new Context(PluginService.class)) {
            List<String> unasked =
                    context.service(PluginService.class).getPlugins().stream()
                            .filter(plugin -> plugin.getPluginType() != Command.class)
                            .map(PluginInfo::getClassName)
                            .filter(name -> name.startsWith("sc.fiji.fastsam."))
                            .sorted()
                            .toList();
            assertEquals(
                    List.of(AfterScript.class.getName(), BeforeScript.class.getName()), unasked);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BeforeScript.STEP, AfterScript.STEP})
    void theStepsForScriptsAreThere(String name) throws ReflectiveOperationException {
        Class<?> step = Class.forName(name);

        assertTrue(Consumer.class.isAssignableFrom(step));
        assertEquals(0, step.getConstructor().getParameterCount());
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                MenuEntry.class,
                JavaVersion.class,
                BeforeScript.class,
                AfterScript.class,
                ScriptStep.class
            })
    void java8CanLoadWhatTheMenuLoadsFirst(Class<?> type) throws IOException {
        assertEquals(JAVA_8, majorVersion(type));
    }

    /** NB: a lambda or an inner class there would be a class file more to keep at Java 8. */
    @ParameterizedTest
    @ValueSource(
            classes = {
                MenuEntry.class,
                JavaVersion.class,
                BeforeScript.class,
                AfterScript.class,
                ScriptStep.class
            })
    void nothingIsNestedInIt(Class<?> type) {
        assertEquals(0, type.getDeclaredClasses().length);
    }

    @Test
    void everyMenuEntryStartsWithIt() throws IOException {
        List<String> entries = menuEntries();

        assertFalse(entries.isEmpty());
        for (String entry : entries) {
            assertTrue(entry.contains(", " + MenuEntry.class.getName() + "(\""), entry);
        }
    }

    @Test
    void theClassThatRunsCommandsIsThere() throws ReflectiveOperationException {
        Class<?> runner = Class.forName(MenuEntry.RUNNER);

        assertTrue(PlugIn.class.isAssignableFrom(runner));
        assertEquals(0, runner.getConstructor().getParameterCount());
    }

    private static int majorVersion(Class<?> type) throws IOException {
        try (DataInputStream in =
                new DataInputStream(type.getResourceAsStream(type.getSimpleName() + ".class"))) {
            in.skipBytes(4);
            in.readUnsignedShort();
            return in.readUnsignedShort();
        }
    }

    private static List<String> menuEntries() throws IOException {
        try (InputStream in = MenuEntry.class.getResourceAsStream("/plugins.config")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).toList();
        }
    }
}
