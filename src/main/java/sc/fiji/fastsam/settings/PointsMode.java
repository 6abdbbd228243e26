package sc.fiji.fastsam.settings;

/** What several foreground points mean. */
public enum PointsMode {
    /** Each lies on an object of its own. */
    SEPARATELY,
    /** All lie on one object. */
    TOGETHER
}
