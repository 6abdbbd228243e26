package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.fastsam.geometry.TileGrid;
import sc.fiji.fastsam.imagej.LabelTiff;
import sc.fiji.fastsam.imagej.Units;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.LabelWriter;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.TimeUnits;
import sc.fiji.fastsam.io.tiff.LabelFormat;
import sc.fiji.fastsam.io.tiff.TiffLabelWriter;
import sc.fiji.fastsam.io.zarr.ZarrLabelWriter;
import sc.fiji.fastsam.label.LabelRaster;
import sc.fiji.fastsam.label.Labeling;
import sc.fiji.fastsam.label.ShortLabels;
import sc.fiji.fastsam.settings.LabelsFormat;

/** Label images that are written tile by tile: memory goes with a row of tiles. */
final class LabelFiles {

    private LabelFiles() {}

    /**
     * A writer that has no labels yet.
     *
     * @throws IOException if the place cannot be written
     */
    static LabelWriter open(
            LabelOutputs labels, LabelsFormat format, ResultPlace place, ResultTargets targets)
            throws IOException {
        Path target = place.path(targets);
        ImagePlus source = labels.source();
        if (format == LabelsFormat.TIFF) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            return TiffLabelWriter.create(target, tiff(labels));
        }
        ImageLayout layout =
                ImageLayout.of(labels.size(), PixelType.FLOAT32)
                        .withPlanes(labels.counts())
                        .withPixelSize(pixelSize(source.getCalibration()))
                        .withFrameSeconds(frameSeconds(source.getCalibration()));
        return place instanceof ResultPlace.Inside inside
                ? ZarrLabelWriter.createInside(
                        targets.knownImage(), inside.name(), layout, labels.first())
                : ZarrLabelWriter.create(target, layout);
    }

    private static double frameSeconds(Calibration calibration) {
        return calibration.frameInterval * TimeUnits.seconds(calibration.getTimeUnit());
    }

    /**
     * Gives all labels to a writer.
     *
     * @throws IOException if they cannot be written
     */
    static void write(LabelOutputs labels, LabelWriter writer) throws IOException {
        for (int plane = 0; plane < writer.planes().total(); plane++) {
            Optional<Labeling> labeling = labels.ofPlane(plane);
            if (labeling.isPresent()) {
                write(labeling.get(), plane, writer);
            }
        }
    }

    /** True where labels of 32 bits would be too large for the TIFF that ImageJ writes. */
    static boolean isLarge(LabelOutputs labels) {
        return new LabelFormat(labels.size(), labels.counts(), 32, PixelSize.NONE).isBig();
    }

    private static LabelFormat tiff(LabelOutputs labels) {
        Calibration calibration = labels.source().getCalibration();
        return new LabelFormat(
                labels.size(),
                labels.counts(),
                labels.greatest() <= LabelRaster.MAX_SHORT ? 16 : 32,
                pixelSize(calibration),
                LabelTiff.settings(calibration, labels.colors()),
                Optional.of(labels.colors().table()));
    }

    /** In the unit along x; without a calibration where there is none in it. */
    private static PixelSize pixelSize(Calibration source) {
        Calibration calibration = Units.mended(source);
        String unit = LengthUnits.shorten(calibration.getUnit());
        double width = calibration.pixelWidth;
        double height = in(unit, calibration.pixelHeight, calibration.getYUnit());
        double depth = in(unit, calibration.pixelDepth, calibration.getZUnit());
        boolean known = PixelSize.isLength(width) && PixelSize.isLength(height);
        return known
                ? new PixelSize(width, height, PixelSize.isLength(depth) ? depth : 1, unit)
                : PixelSize.NONE;
    }

    private static double in(String unit, double length, String own) {
        return LengthUnits.convert(length, own, unit).orElse(Double.NaN);
    }

    private static void write(Labeling labeling, int plane, LabelWriter writer) throws IOException {
        TileGrid grid = writer.grid();
        for (int row = 0; row < grid.down(); row++) {
            for (int column = 0; column < grid.across(); column++) {
                LabelRaster labels = labeling.labels().read(grid.region(column, row));
                if (labels instanceof ShortLabels shorts) {
                    writer.write(plane, column, row, shorts.pixels());
                } else {
                    writer.write(plane, column, row, labels.toInts());
                }
            }
        }
    }
}
