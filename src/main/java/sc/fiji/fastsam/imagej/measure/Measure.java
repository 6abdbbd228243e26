package sc.fiji.fastsam.imagej.measure;

import java.util.List;

/**
 * What is measured of an object, with the names of its column: ImageJ's own in tables, lower case
 * in CSV files. Lengths and areas are in the image's unit.
 */
public enum Measure {
    /** Area of the pixels. */
    AREA("Area", "area"),
    /** Mean value. */
    MEAN("Mean", "mean"),
    /** Standard deviation of the values. */
    STD_DEV("StdDev", "std_dev"),
    /** Smallest value. */
    MIN("Min", "min"),
    /** Greatest value. */
    MAX("Max", "max"),
    /** Horizontal centroid. */
    X("X", "x"),
    /** Vertical centroid. */
    Y("Y", "y"),
    /** Left edge of the bounding box of the pixels. */
    BX("BX", "bx"),
    /** Top edge of the bounding box. */
    BY("BY", "by"),
    /** Width of the bounding box. */
    WIDTH("Width", "width"),
    /** Height of the bounding box. */
    HEIGHT("Height", "height"),
    /** Length of all borders, those of holes included. */
    PERIMETER("Perim.", "perimeter"),
    /** 4 pi area / perimeter², at most 1. */
    CIRCULARITY("Circ.", "circularity"),
    /** Greatest caliper width. */
    FERET("Feret", "feret"),
    /** Angle of the greatest caliper width, in degrees. */
    FERET_ANGLE("FeretAngle", "feret_angle"),
    /** Smallest caliper width. */
    MIN_FERET("MinFeret", "min_feret"),
    /** Area over area of the convex hull. */
    SOLIDITY("Solidity", "solidity"),
    /** Area times mean. */
    INT_DEN("IntDen", "int_den"),
    /** Sum of the values. */
    RAW_INT_DEN("RawIntDen", "raw_int_den");

    private final String column;
    private final String csvColumn;

    /** Those of the values, in the order of the columns. */
    public static final List<Measure> OF_VALUES =
            List.of(MEAN, STD_DEV, MIN, MAX, INT_DEN, RAW_INT_DEN);

    Measure(String column, String csvColumn) {
        this.column = column;
        this.csvColumn = csvColumn;
    }

    /** Name in ImageJ tables. */
    public String column() {
        return column;
    }

    /** Name in CSV files. */
    public String csvColumn() {
        return csvColumn;
    }
}
