package sc.fiji.fastsam.updatesite;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassReferencesTest {

    @TempDir private Path folder;

    @Test
    void aClassNamesWhatItCallsMakesAndCasts() throws Exception {
        String source =
                """
                package a;
                public class A {
                    long big = 1L << 40;
                    double half = 0.5;
                    Object make() { return new java.util.ArrayList<String>(); }
                    Object cast(Object o) { return (java.io.File[][]) o; }
                    int call() { return Math.abs(-1); }
                    Runnable late() { return () -> Thread.yield(); }
                }
                """;
        Path jar = TestJars.compile(folder.resolve("a.jar"), "a.A", source);

        Map<String, Set<String>> references = ClassReferences.of(jar).byClass();

        assertEquals(Set.of("a/A"), references.keySet());
        Set<String> names = references.get("a/A");
        assertTrue(
                names.containsAll(
                        Set.of(
                                "java/util/ArrayList",
                                "java/io/File",
                                "java/lang/Math",
                                "java/lang/Thread")),
                names.toString());
    }

    @Test
    void oneJarUsesAnother() throws Exception {
        Path used =
                TestJars.compile(folder.resolve("b.jar"), "b.B", "package b; public class B {}");
        Path user =
                TestJars.compile(
                        folder.resolve("c.jar"),
                        "c.C",
                        "package c; class C { Object o = new b.B(); }",
                        used);

        JarUse use = JarUse.among(Set.of(used, user));

        assertEquals(Set.of("c/C"), use.users(user, used));
        assertEquals(Set.of(), use.users(used, user));
    }

    @Test
    void somethingElseThatIsCalledClassIsRefused() throws Exception {
        Path jar = TestJars.write(folder.resolve("d.jar"), Map.of("d/D.class", "not a class"));

        assertEquals(
                "d/D.class is not a class file.",
                assertThrows(IOException.class, () -> ClassReferences.of(jar)).getMessage());
    }
}
