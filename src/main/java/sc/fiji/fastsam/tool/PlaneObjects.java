package sc.fiji.fastsam.tool;

import sc.fiji.fastsam.label.Labelling;
import sc.fiji.fastsam.roi.MeasuredPlane;

/**
 * The objects of one plane of an image.
 *
 * @param plane the original pixels and where they lie
 * @param labelling the objects, in source pixels of the plane
 */
public record PlaneObjects(MeasuredPlane plane, Labelling labelling) {}
