package sc.fiji.fastsam.batch.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import sc.fiji.fastsam.io.CsvWriter;
import sc.fiji.fastsam.io.StagedFiles;

/**
 * The tables of all images in one, column {@code image} first. Rows go through one after the other:
 * memory does not grow with them.
 */
public final class ObjectsTable {

    /** The column that says which image a row is of. */
    public static final String IMAGE = "image";

    private static final CSVFormat WITH_HEADER =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private ObjectsTable() {}

    /**
     * Writes the table, whole or not at all.
     *
     * @param tables file of each image's table, in the order of the rows
     * @throws IOException if one cannot be read, or the table not be written
     */
    public static void write(Map<String, Path> tables, Path target) throws IOException {
        check(tables);
        try (StagedFiles files = new StagedFiles()) {
            files.write(target, out -> write(tables, out));
            files.commit();
        }
    }

    /**
     * @throws IOException if a table is not there; names it
     */
    public static void check(Map<String, Path> tables) throws IOException {
        for (Map.Entry<String, Path> table : tables.entrySet()) {
            if (!Files.exists(table.getValue())) {
                throw new IOException(
                        "the table "
                                + table.getValue()
                                + " of "
                                + table.getKey()
                                + " is not there. Give the command of its run again, which does that"
                                + " file again.");
            }
        }
    }

    private static void write(Map<String, Path> tables, OutputStream out) throws IOException {
        List<String> columns = columns(tables);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        CsvWriter csv = new CsvWriter(writer);
        csv.row(row(IMAGE, columns, column -> column));
        for (Map.Entry<String, Path> table : tables.entrySet()) {
            try (CSVParser rows = open(table.getValue())) {
                for (CSVRecord record : rows) {
                    csv.row(
                            row(
                                    CsvWriter.path(table.getKey()),
                                    columns,
                                    column -> record.isSet(column) ? record.get(column) : ""));
                }
            }
        }
        csv.flush();
    }

    private static List<String> row(
            String image, List<String> columns, UnaryOperator<String> cell) {
        List<String> row = new ArrayList<>(List.of(image));
        columns.forEach(column -> row.add(cell.apply(column)));
        return row;
    }

    /** Those that any table has; what only some have, last. */
    private static List<String> columns(Map<String, Path> tables) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        for (Path table : tables.values()) {
            try (CSVParser rows = open(table)) {
                columns.addAll(rows.getHeaderNames());
            }
        }
        return new ArrayList<>(columns);
    }

    private static CSVParser open(Path table) throws IOException {
        BufferedReader reader = Files.newBufferedReader(table);
        return CSVParser.parse(reader, WITH_HEADER);
    }
}
