package sc.fiji.fastsam.evaluate;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import sc.fiji.fastsam.io.CsvWriter;
import sc.fiji.fastsam.settings.OneLine;

/**
 * An evaluation as text and as CSV: a line an image, then "mean of images" (the mean of each
 * column) and "pooled" (all objects of all images together).
 */
public final class EvaluationReport {

    private static final String MEAN = "mean of images";
    private static final String POOLED = "pooled";

    /** Width of the two columns of counts, which a mean leaves empty. */
    private static final int NO_COUNTS = 14;

    private EvaluationReport() {}

    /**
     * A table for people: objects, AP at IoU 0.5 and 0.75, mean AP over 0.5 to 0.95, precision and
     * recall at 0.5, and the mean IoU of the pairs matched at 0.5.
     */
    public static String table(FolderEvaluation evaluation) {
        int width = MEAN.length();
        for (ImageScore image : evaluation.images()) {
            width = Math.max(width, image.name().length());
        }
        String name = "%-" + width + "s";
        StringBuilder text = new StringBuilder();
        text.append(
                String.format(
                        Locale.ROOT,
                        name + "  truth  found     AP50   AP75  AP50:95  prec50  rec50  mIoU%n",
                        "image"));
        for (ImageScore image : evaluation.images()) {
            Matching m = image.matching();
            text.append(
                    line(
                            String.format(Locale.ROOT, name, OneLine.of(image.name())) + counts(m),
                            measures(m)));
        }
        if (!evaluation.images().isEmpty()) {
            String noCounts = " ".repeat(NO_COUNTS);
            Matching pooled = evaluation.pooled();
            text.append(line(String.format(Locale.ROOT, name, MEAN) + noCounts, means(evaluation)));
            text.append(
                    line(
                            String.format(Locale.ROOT, name, POOLED) + counts(pooled),
                            measures(pooled)));
        }
        return text.toString();
    }

    private static String counts(Matching m) {
        return String.format(Locale.ROOT, " %6d %6d", m.truth(), m.predicted());
    }

    private static String line(String head, double[] m) {
        return head
                + String.format(
                        Locale.ROOT,
                        "   %6.3f %6.3f   %6.3f  %6.3f %6.3f %5.3f%n",
                        m[0],
                        m[1],
                        m[2],
                        m[3],
                        m[4],
                        m[5]);
    }

    private static double[] measures(Matching m) {
        return new double[] {
            m.averagePrecision(0.5),
            m.averagePrecision(0.75),
            m.meanAveragePrecision(),
            m.precision(0.5),
            m.recall(0.5),
            m.meanMatchedIou()
        };
    }

    private static double[] means(FolderEvaluation evaluation) {
        double[] means = new double[measures(evaluation.pooled()).length];
        for (int i = 0; i < means.length; i++) {
            int index = i;
            means[i] = mean(evaluation, m -> measures(m)[index]);
        }
        return means;
    }

    private static double mean(FolderEvaluation evaluation, ToDoubleFunction<Matching> measure) {
        return evaluation.images().stream()
                .map(ImageScore::matching)
                .mapToDouble(measure)
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(Double.NaN);
    }

    /**
     * CSV with the columns image, truth, predicted, tp_50, fp_50, fn_50, precision_50, recall_50,
     * mean_matched_iou, ap_50_95, and ap_50, ap_55 ... ap_95; leaves the target open.
     *
     * @throws IOException if it cannot be written
     */
    public static void writeCsv(FolderEvaluation evaluation, Appendable out) throws IOException {
        CsvWriter csv = new CsvWriter(out);
        List<Column> columns = columns();
        List<String> header = new ArrayList<>(List.of("image"));
        columns.forEach(column -> header.add(column.name));
        csv.row(header);
        for (ImageScore image : evaluation.images()) {
            csv.row(cells(CsvWriter.path(image.name()), columns, c -> c.value(image.matching())));
        }
        if (!evaluation.images().isEmpty()) {
            Matching pooled = evaluation.pooled();
            csv.row(cells(MEAN, columns, c -> mean(evaluation, c.measure)));
            csv.row(cells(POOLED, columns, c -> c.value(pooled)));
        }
        csv.flush();
    }

    private static List<String> cells(
            String name, List<Column> columns, ToDoubleFunction<Column> value) {
        List<String> cells = new ArrayList<>(List.of(name));
        columns.forEach(column -> cells.add(text(value.applyAsDouble(column))));
        return cells;
    }

    private static List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column("truth", Matching::truth));
        columns.add(new Column("predicted", Matching::predicted));
        columns.add(new Column("tp_50", m -> m.truePositives(0.5)));
        columns.add(new Column("fp_50", m -> m.falsePositives(0.5)));
        columns.add(new Column("fn_50", m -> m.falseNegatives(0.5)));
        columns.add(new Column("precision_50", m -> m.precision(0.5)));
        columns.add(new Column("recall_50", m -> m.recall(0.5)));
        columns.add(new Column("mean_matched_iou", Matching::meanMatchedIou));
        columns.add(new Column("ap_50_95", Matching::meanAveragePrecision));
        for (double threshold : Matching.thresholds()) {
            String name = "ap_" + Math.round(100 * threshold);
            columns.add(new Column(name, m -> m.averagePrecision(threshold)));
        }
        return columns;
    }

    private static String text(double value) {
        if (Double.isNaN(value)) {
            return "";
        }
        return value == Math.rint(value)
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4f", value);
    }

    private record Column(String name, ToDoubleFunction<Matching> measure) {

        double value(Matching matching) {
            return measure.applyAsDouble(matching);
        }
    }
}
