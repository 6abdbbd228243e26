package sc.fiji.fastsam.command;

import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.settings.InputSettings;
import sc.fiji.fastsam.settings.ScaleSettings;

/**
 * What decides the network's raw result in a preview.
 *
 * @param part of the plane, in source pixels
 * @param position of the plane
 * @param channel that is read
 * @param input contrast
 * @param scale size at the network
 * @param request network and device
 */
record PreviewKey(
        Region part,
        PlanePosition position,
        ChannelSource channel,
        InputSettings input,
        ScaleSettings scale,
        Segmenters.Request request) {}
