package sc.fiji.fastsam.imagej.prompt;

import ij.ImagePlus;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;
import sc.fiji.fastsam.settings.Counted;

/**
 * Reads prompts from a table: columns {@code prompt,kind,x,y,width,height} and, where needed,
 * {@code role,slice,channel,frame,image}, in any order and case. UTF-8; comma, semicolon or tab.
 *
 * <p>{@code kind} is point or box, {@code role} foreground (also where blank) or background, {@code
 * prompt} any name. Coordinates are source pixels. A table of points alone needs no width and
 * height. Blank rows are passed over. Where commas do not part the cells, they may be decimal. A
 * saved Results table of ImageJ is read too; see {@link ResultsLine}.
 */
final class PromptCsv {

    private static final Set<String> NEEDED = Set.of("prompt", "kind", "x", "y");
    private static final Set<String> SIDES = Set.of("width", "height");
    private static final Set<String> OPTIONAL =
            Set.of("role", "slice", "channel", "frame", "image");

    private final Path file;

    private PromptCsv(Path file) {
        this.file = file;
    }

    /**
     * A prompt of a table.
     *
     * @param image that the table names, with {@code /} between folders, blank = any
     * @param inUnits true when its coordinates are in the image's unit
     * @param entry the prompt on an image
     */
    record Row(String image, boolean inUnits, Function<ImagePlus, PromptList.Entry> entry) {}

    /**
     * Reads a table.
     *
     * @throws IOException if the file cannot be read, lacks a column or has a wrong cell; the
     *     message names the line
     */
    static List<Row> read(Path file) throws IOException {
        return new PromptCsv(file).read();
    }

    private List<Row> read() throws IOException {
        String text = text();
        char delimiter = delimiter(text);
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = format(delimiter).parse(new StringReader(text))) {
            boolean results = ResultsLine.fits(parser.getHeaderNames());
            if (!results) {
                checkColumns(parser.getHeaderNames());
            }
            for (CSVRecord record : parser) {
                if (record.stream().allMatch(String::isBlank)) {
                    continue;
                }
                long number = parser.getCurrentLineNumber();
                CsvLine line = new CsvLine(file, number, record, delimiter != ',');
                rows.add(row(line, rows.size() + 1, results));
            }
        } catch (UncheckedIOException e) {
            throw new IOException(
                    file
                            + " is no table of prompts: "
                            + e.getCause().getMessage()
                            + ". Check its quotation marks.",
                    e);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no table of prompts: " + e.getMessage(), e);
        }
        return rows;
    }

    private String text() throws IOException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
        } catch (CharacterCodingException e) {
            throw new IOException(file + " is no table of prompts: it is no UTF-8 text.", e);
        }
    }

    private static char delimiter(String text) {
        String header = text.lines().findFirst().orElse("");
        return header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setAllowMissingColumnNames(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    private void checkColumns(List<String> header) throws IOException {
        List<String> names = header.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        for (String name : names) {
            if (!NEEDED.contains(name) && !SIDES.contains(name) && !OPTIONAL.contains(name)) {
                throw CsvLine.wrong(file, 1, "there is a column \"" + name + "\"");
            }
        }
        for (String name : List.of("prompt", "kind", "x", "y")) {
            if (!names.contains(name)) {
                throw CsvLine.wrong(file, 1, "there is no column \"" + name + "\"");
            }
        }
    }

    private static Row row(CsvLine line, int number, boolean results) throws IOException {
        if (!line.record().isConsistent()) {
            throw line.wrong(
                    "it has "
                            + Counted.text(line.record().size(), "cell")
                            + ", but the first line names "
                            + Counted.text(
                                    line.record().getParser().getHeaderNames().size(), "column"));
        }
        if (results) {
            return new Row("", true, ResultsLine.of(line, number)::on);
        }
        try {
            PromptPlace place =
                    new PromptPlace(
                            line.place("channel"), line.place("slice"), line.place("frame"));
            PromptList.Entry entry = PromptList.Entry.of(prompt(line, number), place);
            return new Row(image(line), false, imp -> entry);
        } catch (IllegalArgumentException e) {
            throw line.wrong(e.getMessage());
        }
    }

    /** NB: tables come from other systems, and begin with "./" where a shell made them. */
    private static String image(CsvLine line) throws IOException {
        return line.text("image").replace('\\', '/').replaceFirst("^\\./", "");
    }

    private static Prompt prompt(CsvLine line, int number) throws IOException {
        String kind = line.text("kind").toLowerCase(Locale.ROOT);
        String given = line.text("prompt");
        String name = given.isEmpty() ? kind + number : given;
        double x = line.number("x");
        double y = line.number("y");
        boolean background = isBackground(line);
        if (kind.equals("point")) {
            return new PointPrompt(name, x, y, background ? Role.BACKGROUND : Role.FOREGROUND);
        }
        if (!kind.equals("box")) {
            throw line.wrong("kind must be point or box, but was \"" + kind + "\"");
        }
        if (background) {
            throw line.wrong("a box cannot be background. Use a point");
        }
        return BoxPrompt.of(name, x, y, line.number("width"), line.number("height"));
    }

    private static boolean isBackground(CsvLine line) throws IOException {
        String role = line.text("role").toLowerCase(Locale.ROOT);
        if (!Set.of("", "foreground", "background").contains(role)) {
            throw line.wrong("role must be foreground or background, but was \"" + role + "\"");
        }
        return role.equals("background");
    }
}
