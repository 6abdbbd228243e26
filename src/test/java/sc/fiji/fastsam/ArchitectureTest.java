package sc.fiji.fastsam;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.util.Formatter;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which package may use which, as the layout of the project promises. */
class ArchitectureTest {

    private static final String ROOT = "sc.fiji.fastsam.";
    private static final Path SOURCES = Path.of("src", "main", "java", "sc", "fiji", "fastsam");
    private static final int LONGEST_FILE = 300;

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("sc.fiji.fastsam");

    /** Package, and those of ours that it may import. */
    static Stream<Arguments> imports() {
        return Stream.of(
                arguments("start", ""),
                arguments("geometry", ""),
                arguments("concurrent", ""),
                arguments("tensor", ""),
                arguments("io", "geometry concurrent settings"),
                arguments("settings", ""),
                arguments("detection", "geometry tensor settings"),
                arguments("mask", "geometry concurrent tensor settings detection"),
                arguments("prompt", "geometry concurrent settings mask image"),
                arguments("model", "geometry concurrent tensor io"),
                arguments("model.pickle", ""),
                arguments("image", "geometry concurrent io tensor settings"),
                arguments("opencv", "geometry mask"),
                arguments("onnx", "concurrent tensor settings model io"),
                arguments(
                        "segment",
                        "geometry concurrent io tensor settings detection mask prompt model image"
                                + " opencv onnx"),
                arguments(
                        "text",
                        "geometry concurrent io tensor settings mask prompt image model onnx"),
                arguments("label", "geometry io settings mask"),
                arguments("link", "geometry mask"),
                arguments("evaluate", "geometry settings io"),
                arguments("imagej", "geometry concurrent io settings mask prompt image label"),
                arguments(
                        "engine",
                        "geometry concurrent settings mask prompt model image onnx segment label text"
                                + " link imagej io"),
                arguments("batch", "concurrent settings mask model segment imagej io engine"),
                arguments("host", "concurrent settings io"),
                arguments(
                        "command",
                        "geometry concurrent settings mask prompt image model onnx segment imagej io"
                                + " engine batch host"),
                arguments(
                        "picker",
                        "geometry concurrent settings mask prompt label imagej engine host"),
                arguments(
                        "cli",
                        "concurrent settings mask model onnx segment evaluate imagej io engine"
                                + " batch"));
    }

    @ParameterizedTest
    @MethodSource("imports")
    void packagesImportOnlyWhatLiesBelow(String name, String allowed) {
        List<String> packages =
                Stream.concat(Stream.of(name), Stream.of(allowed.split(" ")))
                        .filter(p -> !p.isEmpty())
                        .map(p -> ROOT + p + "..")
                        .toList();
        DescribedPredicate<JavaClass> other =
                resideInAPackage("sc.fiji.fastsam..")
                        .and(
                                DescribedPredicate.not(
                                        resideInAnyPackage(packages.toArray(new String[0]))));
        noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat(other)
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "geometry",
                "concurrent",
                "tensor",
                "settings",
                "detection",
                "mask",
                "prompt",
                "model",
                "link"
            })
    void theArithmeticNeedsTheJdkAlone(String name) {
        classes()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage("java..", "sc.fiji.fastsam.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"opencv org.opencv..", "opencv nu.pattern..", "onnx ai.onnxruntime.."})
    void nativeLibrariesAreUsedInOnePackage(String pair) {
        String[] names = pair.split(" ");
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + names[0] + "..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(names[1])
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theModelsSubpackagesHaveNoCycles() {
        slices().matching(ROOT + "model.(*)..").should().beFreeOfCycles().check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "model")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "model.*..")
                .check(CLASSES);
    }

    @Test
    void theDoorsAreUsedByNobody() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "command..", ROOT + "picker..", ROOT + "host..", ROOT + "cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        ROOT + "command..", ROOT + "picker..", ROOT + "host..", ROOT + "cli..")
                .check(CLASSES);
    }

    @Test
    void nothingPrintsOrLogsBelowTheDoors() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        ROOT + "command..", ROOT + "picker..", ROOT + "host..", ROOT + "cli..")
                .should(ACCESS_STANDARD_STREAMS)
                .orShould(USE_JAVA_UTIL_LOGGING)
                .orShould()
                .callMethod("ij.IJ", "log", "java.lang.String")
                .check(CLASSES);
    }

    @Test
    void textForFilesAndMessagesIsMadeWithALocale() {
        noClasses()
                .should()
                .callMethod(String.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(String.class, "formatted", Object[].class)
                .orShould()
                .callMethod(String.class, "toLowerCase")
                .orShould()
                .callMethod(String.class, "toUpperCase")
                .orShould()
                .callMethod(PrintWriter.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintWriter.class, "format", String.class, Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "printf", String.class, Object[].class)
                .orShould()
                .callMethod(PrintStream.class, "format", String.class, Object[].class)
                .orShould()
                .callConstructor(Formatter.class)
                .orShould()
                .callConstructor(DecimalFormat.class, String.class)
                .check(CLASSES);
    }

    @Test
    void everyPackageSaysWhatItIsFor() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            List<Path> silent =
                    files.filter(ArchitectureTest::isSource)
                            .map(Path::getParent)
                            .distinct()
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                            .toList();
            assertEquals(List.of(), silent);
        }
    }

    @Test
    void noSourceFileIsLong() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : files.filter(ArchitectureTest::isSource).toList()) {
                int lines = Files.readAllLines(file).size();
                assertTrue(
                        lines <= LONGEST_FILE, file + " has " + lines + " lines, not 300 or less.");
            }
        }
    }

    private static boolean isSource(Path file) {
        return file.getFileName().toString().endsWith(".java");
    }
}
