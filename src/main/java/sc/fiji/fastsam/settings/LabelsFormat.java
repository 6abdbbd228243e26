package sc.fiji.fastsam.settings;

/** What label images are written as. */
public enum LabelsFormat {
    /** TIFF. */
    TIFF,
    /** A folder in the form of OME-Zarr. */
    ZARR,
    /** Likewise, inside the OME-Zarr image that was segmented. */
    ZARR_INSIDE
}
