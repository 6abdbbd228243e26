package sc.fiji.fastsam.command;

import ij.ImagePlus;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.measure.ResultsTable;
import sc.fiji.fastsam.engine.ImageObjects;
import sc.fiji.fastsam.engine.PlaneObjects;
import sc.fiji.fastsam.imagej.roi.ManagedRois;
import sc.fiji.fastsam.imagej.roi.RoiPlace;

/**
 * What a user wants of the objects.
 *
 * @param labels a label image
 * @param parents a label image of the objects that can hold others
 * @param rois regions in the ROI Manager; headless, where there is none, as the overlay of the
 *     label image
 * @param overlay outlines on the image
 * @param overlayCopy outlines on a copy of the image
 * @param table a table of measures
 * @param summary a table with a row for the image
 */
record Outputs(
        boolean labels,
        boolean parents,
        boolean rois,
        boolean overlay,
        boolean overlayCopy,
        boolean table,
        boolean summary) {

    /**
     * @throws IllegalArgumentException if nothing is chosen
     */
    void check() {
        if (!(labels || parents || rois || overlay || overlayCopy || table || summary)) {
            throw new IllegalArgumentException(
                    "Nothing to give out: set at least one of labels, parents, rois, overlay,"
                            + " overlay_copy, table, summary to true.");
        }
        if (rois && !labels && !ManagedRois.isAvailable()) {
            throw new IllegalArgumentException(
                    "rois is true, but without a display there is no ROI Manager. Set labels to"
                            + " true too: the ROIs then are the overlay of the label image. Or set"
                            + " rois to false, where they are not needed.");
        }
    }

    /** Appends to the ROI Manager and to the image's overlay. */
    void give(ImageObjects found) {
        if (rois && ManagedRois.isAvailable()) {
            ManagedRois.append(found.toRois(), found.source());
        }
        if (overlay && found.source().getProcessor() != null) {
            found.addTo(found.source());
        }
    }

    /**
     * As {@link #give}, but a region takes the place of the ROI that asked for it, where that is in
     * the ROI Manager and meant one object; the other regions are appended.
     */
    void replace(ImageObjects found) {
        if (ManagedRois.isAvailable()) {
            ManagedRois.append(ReplacedRois.replace(found), found.source());
        }
        new Outputs(labels, parents, false, overlay, overlayCopy, table, summary).give(found);
    }

    ImagePlus labelImage(ImageObjects found) {
        if (!labels) {
            return null;
        }
        ImagePlus image = found.toLabelImage();
        if (rois && !ManagedRois.isAvailable()) {
            image.setOverlay(regions(found, image));
        }
        return image;
    }

    /** Regions on the planes of a label image, which has one channel. */
    private static Overlay regions(ImageObjects found, ImagePlus labels) {
        Overlay regions = new Overlay();
        for (PlaneObjects plane : found.planes()) {
            RoiPlace place = RoiPlace.of(labels, plane.plane().position().withChannel(1));
            for (Roi region : found.toRois(plane)) {
                place.applyTo(region);
                regions.add(region);
            }
        }
        return regions;
    }

    ImagePlus parentImage(ImageObjects found) {
        return parents ? found.toParentImage() : null;
    }

    ResultsTable objectTable(ImageObjects found) {
        return table ? found.toTable() : null;
    }

    ResultsTable summaryTable(ImageObjects found) {
        return summary ? found.toSummary() : null;
    }

    ImagePlus overlayImage(ImageObjects found) {
        ImagePlus source = found.source();
        // NB: the user may have closed the image meanwhile; the other outputs need it no more.
        if (!overlayCopy || source.getProcessor() == null) {
            return null;
        }
        ImagePlus copy = WholeCopy.of(source, source.getShortTitle() + "-overlay");
        found.addTo(copy);
        return copy;
    }
}
