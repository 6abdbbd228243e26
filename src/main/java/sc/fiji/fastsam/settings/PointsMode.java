package sc.fiji.fastsam.settings;

/** What several foreground points mean. */
public enum PointsMode {
    /** All lie on one object. */
    TOGETHER,
    /** Each lies on an object of its own. */
    SEPARATELY
}
