package sc.fiji.fastsam.host;

import ij.measure.ResultsTable;

/**
 * ImageJ's Results table: the one table that macros reach with windows, in batch mode and headless
 * alike.
 */
final class Results {

    private Results() {}

    /** Appends all rows and shows the table; what is in it stays. */
    static void append(ResultsTable rows) {
        ResultsTable results = ResultsTable.getResultsTable();
        results.setNaNEmptyCells(true);
        for (int row = 0; row < rows.size(); row++) {
            results.incrementCounter();
            if (rows.getLabel(row) != null) {
                results.addLabel(rows.getLabel(row));
            }
            appendCells(rows, row, results);
        }
        results.show("Results");
    }

    private static void appendCells(ResultsTable rows, int row, ResultsTable results) {
        for (int column = 0; column <= rows.getLastColumn(); column++) {
            String heading = rows.getColumnHeading(column);
            if (!rows.columnExists(column) || heading == null) {
                continue;
            }
            double value = rows.getValueAsDouble(column, row);
            if (Double.isNaN(value)) {
                results.addValue(heading, rows.getStringValue(column, row));
            } else {
                results.addValue(heading, value);
            }
        }
    }
}
