package sc.fiji.fastsam.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.python.util.PythonInterpreter;

/** Runs the code of a page as its reader would. */
final class CodeBlocks {

    private CodeBlocks() {}

    /** A page's blocks of code in a language. */
    static List<String> of(Path page, String language) throws IOException {
        Matcher block =
                Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                        .matcher(Files.readString(page));
        List<String> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(block.group(1));
        }
        assertFalse(blocks.isEmpty(), page + " has no code in " + language);
        return blocks;
    }

    /** Runs a Groovy script; {@code #@ ImagePlus imp} gets the image. */
    static Binding groovy(String code, ImagePlus image) {
        Binding variables = new Binding();
        variables.setProperty("out", new StringWriter());
        variables.setVariable("imp", image);
        new GroovyShell(variables).evaluate(code.replace("#@ ImagePlus imp\n", ""));
        return variables;
    }

    /** Runs a Jython script; gives what it printed. */
    static String jython(String code) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (PythonInterpreter python = new PythonInterpreter()) {
            python.setOut(printed);
            python.exec(code);
        }
        return printed.toString();
    }

    /**
     * Compiles a Java snippet as the body of a method with some variables, and runs it.
     *
     * @param parameters with types, as "ImagePlus image"
     */
    static void java(String body, String parameters, Path folder, Object... values)
            throws Exception {
        Path source = folder.resolve("Example.java");
        Files.writeString(source, IMPORTS + parameters + ") throws Exception {" + body + "}}");
        ByteArrayOutputStream messages = new ByteArrayOutputStream();
        String path = System.getProperty("java.class.path");
        int result =
                ToolProvider.getSystemJavaCompiler()
                        .run(
                                null,
                                messages,
                                messages,
                                "-proc:none",
                                "-cp",
                                path,
                                "-d",
                                folder.toString(),
                                source.toString());
        assertEquals(0, result, messages::toString);
        URL[] classes = {folder.toUri().toURL()};
        ClassLoader parent = CodeBlocks.class.getClassLoader();
        try (URLClassLoader loader = new URLClassLoader(classes, parent)) {
            loader.loadClass("Example").getMethods()[0].invoke(null, values);
        }
    }

    private static final String IMPORTS =
            """
            import ij.ImagePlus;
            import java.util.List;
            import net.imglib2.RandomAccessibleInterval;
            import net.imglib2.img.Img;
            import net.imglib2.img.array.ArrayImgs;
            import net.imglib2.type.logic.BitType;
            import net.imglib2.type.numeric.IntegerType;
            import net.imglib2.type.numeric.integer.UnsignedShortType;
            import sc.fiji.fastsam.*;
            import sc.fiji.fastsam.engine.*;
            import sc.fiji.fastsam.mask.*;
            import sc.fiji.fastsam.settings.*;
            public class Example { public static void run(""";
}
