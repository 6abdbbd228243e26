package sc.fiji.fastsam.engine;

import ij.measure.ResultsTable;
import java.util.List;
import java.util.OptionalDouble;
import sc.fiji.fastsam.imagej.measure.FoundSizes;
import sc.fiji.fastsam.imagej.measure.Measure;
import sc.fiji.fastsam.imagej.measure.MeasuredObject;
import sc.fiji.fastsam.imagej.measure.MeasuredObjects;

/**
 * An image in one row, under the names that ImageJ's Analyze Particles has for the same: Count,
 * Total Area, Average Size, %Area (of the planes, which objects cover), Mean (of the values of all
 * objects' pixels; NaN and infinite ones do not count). Further: Image (its title), Planes (that
 * were segmented), Diameter (typical, of the largest level). Lengths and areas in the image's unit.
 * Linked objects count once. Without objects Average Size, Mean and Diameter are empty.
 */
final class SummaryTable {

    private SummaryTable() {}

    static ResultsTable create(ImageObjects found) {
        // NB: without the further channels and rings that rows of objects may have.
        List<MeasuredObject> rows =
                found.planes().stream()
                        .flatMap(p -> MeasuredObjects.of(p.objects(), p.plane()).stream())
                        .toList();
        double area = sum(rows, Measure.AREA);
        ResultsTable table = new ResultsTable();
        table.setNaNEmptyCells(true);
        table.incrementCounter();
        table.addValue("Image", found.source().getTitle());
        table.addValue("Planes", found.planes().size());
        table.addValue("Count", count(found));
        table.addValue("Total Area", area);
        table.addValue("Average Size", area / rows.size());
        table.addValue("%Area", 100 * covered(found));
        table.addValue("Mean", mean(rows));
        table.addValue("Diameter", diameter(found.sizes()));
        return table;
    }

    private static double sum(List<MeasuredObject> rows, Measure measure) {
        return rows.stream().mapToDouble(row -> row.get(measure)).sum();
    }

    private static double mean(List<MeasuredObject> rows) {
        // NB: an object without values has no mean; RawIntDen may be that of the stored values.
        List<MeasuredObject> valued = rows.stream().filter(row -> row.values() > 0).toList();
        long values = valued.stream().mapToLong(MeasuredObject::values).sum();
        double sum = valued.stream().mapToDouble(r -> r.get(Measure.MEAN) * r.values()).sum();
        return sum / values;
    }

    private static long count(ImageObjects found) {
        return found.isLinked()
                ? found.planes().stream()
                        .flatMap(p -> p.labeling().ids().stream())
                        .distinct()
                        .count()
                : found.count();
    }

    private static double covered(ImageObjects found) {
        double size =
                (double) found.labels(OutputKind.LABELS).size().area() * found.planes().size();
        return found.planes().stream().mapToLong(plane -> plane.labeling().labeledPixels()).sum()
                / size;
    }

    private static double diameter(FoundSizes sizes) {
        OptionalDouble length = sizes.lengths().get(0);
        return length.orElse(sizes.levels().get(0).typicalDiameter().orElse(Double.NaN));
    }
}
