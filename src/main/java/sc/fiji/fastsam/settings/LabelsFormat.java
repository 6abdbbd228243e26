package sc.fiji.fastsam.settings;

/** What label images are written as. */
public enum LabelsFormat {
    /** TIFF. */
    TIFF,
    /** A folder in the form of OME-Zarr. */
    ZARR
}
