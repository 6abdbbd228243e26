package sc.fiji.fastsam.imagej.measure;

import ij.measure.ResultsTable;
import java.util.List;

/**
 * ImageJ's table of objects. Columns: the region's name as row label, {@value #OBJECT} (the id in
 * the label image), {@value #SCORE}, the measures under ImageJ's names, in stacks Ch, Slice and
 * Frame, {@value #PROMPTS} where an object answers one, {@value #PARENT} and {@value #CHILDREN}
 * where a plane has several levels, {@value #MOTHER} where objects are linked, and the values of
 * further channels where they were measured.
 */
public final class ObjectTable {

    /** Column of the id in the label image. */
    public static final String OBJECT = "Object";

    /** Column of the network's confidence. */
    public static final String SCORE = "Score";

    /** Column of the names of the prompts. */
    public static final String PROMPTS = "Prompts";

    /** Column of the similarity with a word, where words were asked. */
    public static final String SIMILARITY = "Similarity";

    /** Column of the object that holds this one, 0 = none. */
    public static final String PARENT = "Parent";

    /** Column of the number of objects that this one holds. */
    public static final String CHILDREN = "Children";

    /** Column of the object that divided into this one and another, 0 = none. */
    public static final String MOTHER = "Mother";

    private ObjectTable() {}

    /** A new table with a row an object. */
    public static ResultsTable create(List<MeasuredObject> objects) {
        ResultsTable table = new ResultsTable();
        // NB: ImageJ shows 0 in cells that never got a value.
        table.setNaNEmptyCells(true);
        append(objects, table);
        return table;
    }

    /** Adds a row an object to a table, which keeps what it has. */
    public static void append(List<MeasuredObject> objects, ResultsTable table) {
        boolean stack = objects.stream().anyMatch(ObjectTable::isInStack);
        boolean prompted = objects.stream().anyMatch(row -> !row.prompts().isEmpty());
        boolean byWords = objects.stream().anyMatch(row -> !Double.isNaN(row.similarity()));
        boolean levels = objects.stream().anyMatch(row -> row.kin().isPresent());
        for (MeasuredObject row : objects) {
            addRow(row, table);
            if (stack) {
                addPosition(row, table);
            }
            if (prompted) {
                table.addValue(PROMPTS, String.join(" ", row.prompts()));
            }
            if (byWords) {
                table.addValue(SIMILARITY, row.similarity());
            }
            if (levels) {
                addKin(row.kin().orElse(MeasuredObject.Kin.NONE), table);
            }
            if (row.mother().isPresent()) {
                table.addValue(MOTHER, row.mother().getAsInt());
            }
            row.channels().forEach(channel -> addValues(channel, table));
        }
    }

    private static void addKin(MeasuredObject.Kin kin, ResultsTable table) {
        table.addValue(PARENT, kin.parent());
        table.addValue(CHILDREN, kin.children());
    }

    private static void addValues(ChannelMeasures channel, ResultsTable table) {
        for (Measure measure : channel.name().measures()) {
            table.addValue(channel.name().column(measure), channel.measures().get(measure));
        }
    }

    private static boolean isInStack(MeasuredObject row) {
        return row.place().index() > 0;
    }

    private static void addRow(MeasuredObject row, ResultsTable table) {
        table.incrementCounter();
        table.addLabel(row.name());
        table.addValue(OBJECT, row.label());
        table.addValue(SCORE, row.object().score());
        for (Measure measure : Measure.values()) {
            table.addValue(measure.column(), row.get(measure));
        }
    }

    private static void addPosition(MeasuredObject row, ResultsTable table) {
        table.addValue("Ch", row.position().channel());
        table.addValue("Slice", row.position().slice());
        table.addValue("Frame", row.position().frame());
    }
}
