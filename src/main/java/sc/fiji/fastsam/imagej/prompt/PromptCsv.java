package sc.fiji.fastsam.imagej.prompt;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;

/**
 * Reads prompts from a table: columns {@code prompt,kind,x,y,width,height} and, where needed,
 * {@code role,slice,channel,frame,image}, in any order and case. UTF-8; comma, semicolon or tab.
 *
 * <p>{@code kind} is point or box, {@code role} foreground (also where blank) or background, {@code
 * prompt} any name. Coordinates are source pixels. A table of points alone needs no width and
 * height.
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

    /** A prompt of a table and the image that it names; blank = any. */
    record Row(PlacedPrompt placed, String image) {}

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
        List<Row> rows = new ArrayList<>();
        try (CSVParser parser = format(text).parse(new StringReader(text))) {
            checkColumns(parser.getHeaderNames());
            for (CSVRecord record : parser) {
                rows.add(row(record, rows.size() + 1, parser.getCurrentLineNumber()));
            }
        } catch (IllegalArgumentException | java.io.UncheckedIOException e) {
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

    private static CSVFormat format(String text) {
        String header = text.lines().findFirst().orElse("");
        char delimiter = header.contains(";") ? ';' : header.contains("\t") ? '\t' : ',';
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreHeaderCase(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
    }

    private void checkColumns(List<String> header) throws IOException {
        List<String> names = header.stream().map(n -> n.toLowerCase(Locale.ROOT)).toList();
        for (String name : names) {
            if (!NEEDED.contains(name) && !SIDES.contains(name) && !OPTIONAL.contains(name)) {
                throw wrong(1, "there is a column \"" + name + "\"");
            }
        }
        for (String name : List.of("prompt", "kind", "x", "y")) {
            if (!names.contains(name)) {
                throw wrong(1, "there is no column \"" + name + "\"");
            }
        }
    }

    private Row row(CSVRecord record, int number, long line) throws IOException {
        if (!record.isConsistent()) {
            throw wrong(
                    line,
                    "it has " + record.size() + " cells, but the first line names another number");
        }
        try {
            PromptPlace place =
                    new PromptPlace(
                            place(record, "channel", line),
                            place(record, "slice", line),
                            place(record, "frame", line));
            return new Row(
                    PlacedPrompt.of(prompt(record, number, line), place), cell(record, "image"));
        } catch (IllegalArgumentException e) {
            throw wrong(line, e.getMessage());
        }
    }

    private Prompt prompt(CSVRecord record, int number, long line) throws IOException {
        String kind = cell(record, "kind").toLowerCase(Locale.ROOT);
        String given = cell(record, "prompt");
        String name = given.isEmpty() ? kind + number : given;
        double x = number(record, "x", line);
        double y = number(record, "y", line);
        boolean background = isBackground(record, line);
        if (kind.equals("point")) {
            return new PointPrompt(name, x, y, background ? Role.BACKGROUND : Role.FOREGROUND);
        }
        if (!kind.equals("box")) {
            throw wrong(line, "kind must be point or box, but was \"" + kind + "\"");
        }
        if (background) {
            throw wrong(line, "a box cannot be background. Use a point");
        }
        return BoxPrompt.of(
                name, x, y, number(record, "width", line), number(record, "height", line));
    }

    private boolean isBackground(CSVRecord record, long line) throws IOException {
        String role = cell(record, "role").toLowerCase(Locale.ROOT);
        if (!Set.of("", "foreground", "background").contains(role)) {
            throw wrong(line, "role must be foreground or background, but was \"" + role + "\"");
        }
        return role.equals("background");
    }

    private double number(CSVRecord record, String column, long line) throws IOException {
        String cell = cell(record, column);
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            throw wrong(line, column + " must be a number, but was \"" + cell + "\"");
        }
    }

    private int place(CSVRecord record, String column, long line) throws IOException {
        String cell = cell(record, column);
        if (cell.isEmpty()) {
            return 0;
        }
        double number = number(record, column, line);
        if (number != Math.rint(number)) {
            throw wrong(line, column + " must be a whole number, but was \"" + cell + "\"");
        }
        return (int) number;
    }

    private static String cell(CSVRecord record, String column) {
        return record.isSet(column) ? record.get(column) : "";
    }

    private IOException wrong(long line, String what) {
        return new IOException(
                "Line "
                        + line
                        + " of "
                        + file
                        + ": "
                        + what
                        + ". Columns are prompt,kind,x,y,width,height and, where needed,"
                        + " role,slice,channel,frame,image.");
    }
}
