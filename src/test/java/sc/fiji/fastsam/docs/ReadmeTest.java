package sc.fiji.fastsam.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import ij.ImagePlus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.python.util.PythonInterpreter;
import sc.fiji.fastsam.mask.Segmentation;

/** The README's code and links work as shown. */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @TempDir private Path folder;

    @Test
    void theGroovyScriptLabelsNuclei() throws IOException {
        Binding variables = new Binding();
        StringWriter printed = new StringWriter();
        variables.setProperty("out", printed);
        new GroovyShell(variables).evaluate(code("groovy"));
        Segmentation result = (Segmentation) variables.getVariable("result");
        ImagePlus labels = (ImagePlus) variables.getVariable("labels");
        ImagePlus image = (ImagePlus) variables.getVariable("imp");
        assertTrue(result.objects().size() > 50, printed.toString());
        assertEquals(result.objects().size(), (int) labels.getStatistics().max);
        assertEquals(result.objects().size(), image.getOverlay().size());
    }

    @Test
    void theJythonScriptCountsNuclei() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PythonInterpreter python = new PythonInterpreter()) {
            python.setOut(printed);
            python.exec(code("python"));
            assertTrue(python.get("areas").__len__() > 50, printed.toString());
        }
        assertTrue(printed.toString().matches("\\d+ objects, the largest of \\d+ pixels\\s*"));
    }

    @Test
    void theJavaCodeCompilesAndRuns() throws Exception {
        Path source = folder.resolve("Example.java");
        Files.writeString(source, javaClass(code("java")));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                messages,
                                messages,
                                "-proc:none",
                                "-cp",
                                System.getProperty("java.class.path"),
                                "-d",
                                folder.toString(),
                                source.toString());
        assertEquals(0, result, messages::toString);
        URL[] path = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, getClass().getClassLoader())) {
            Object labels = loader.loadClass("Example").getMethod("run").invoke(null);
            assertNotNull(labels);
        }
    }

    @Test
    void everyLinkAndPathLeadsSomewhere() throws IOException {
        Matcher link = Pattern.compile("\\]\\(([^)#:]+)\\)").matcher(Files.readString(README));
        while (link.find()) {
            assertTrue(Files.exists(Path.of(link.group(1))), link.group(1));
        }
        Matcher image = Pattern.compile("src/test/[\\w./]+").matcher(Files.readString(README));
        while (image.find()) {
            assertTrue(Files.exists(Path.of(image.group())), image.group());
        }
    }

    private static String javaClass(String body) {
        String values = "int width = 90; int height = 60; short[] pixels = new short[90 * 60];\n";
        return """
                import net.imglib2.img.Img;
                import net.imglib2.img.array.ArrayImgs;
                import net.imglib2.type.numeric.IntegerType;
                import net.imglib2.type.numeric.integer.UnsignedShortType;
                import sc.fiji.fastsam.label.LabelImages;
                import sc.fiji.fastsam.mask.*;
                import sc.fiji.fastsam.segment.Segmenter;
                import sc.fiji.fastsam.settings.SegmentationSettings;
                public class Example { public static Object run() throws Exception {
                """
                + values
                + body.replaceFirst("(LabelImages\\.create\\(result\\);)", "$1 return labels;")
                + "}}\n";
    }

    /** The README's only block of code in a language. */
    private static String code(String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(README));
        assertTrue(block.find(), "README.md has no code in " + language);
        return block.group(1);
    }
}
