package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.label.Labeling;

/**
 * What the results of an image are made from.
 *
 * @param image as it was read
 * @param position of the plane taken
 * @param planes as the network saw it
 * @param labeling its objects
 */
record PlaneResult(ImagePlus image, PlanePosition position, RgbImage planes, Labeling labeling) {}
