package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import sc.fiji.fastsam.image.RgbPlanes;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.label.Labelling;

/**
 * What the results of an image are made from.
 *
 * @param image as it was read
 * @param position of the plane taken
 * @param planes as the network saw it
 * @param labelling its objects
 */
record PlaneResult(
        ImagePlus image, PlanePosition position, RgbPlanes planes, Labelling labelling) {}
