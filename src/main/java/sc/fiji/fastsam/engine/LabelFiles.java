package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import ij.measure.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.Units;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.LabelWriter;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.TileGrid;
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
     * A writer that has all labels and has still to be finished.
     *
     * @throws IOException if they cannot be written
     */
    static LabelWriter stage(
            LabelOutputs labels, LabelsFormat format, ResultPlace place, ResultTargets targets)
            throws IOException {
        LabelWriter writer = open(labels, format, place, targets);
        try {
            for (int plane = 0; plane < writer.planes().total(); plane++) {
                Optional<Labeling> labeling = labels.ofPlane(plane);
                if (labeling.isPresent()) {
                    write(labeling.get(), plane, writer);
                }
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static LabelWriter open(
            LabelOutputs labels, LabelsFormat format, ResultPlace place, ResultTargets targets)
            throws IOException {
        Path target = place.path(targets);
        ImagePlus source = labels.source();
        Size size = new Size(source.getWidth(), source.getHeight());
        PixelSize pixelSize = pixelSize(Units.mended(source.getCalibration()));
        if (format == LabelsFormat.TIFF) {
            Files.createDirectories(target.toAbsolutePath().getParent());
            int bits = labels.greatest() <= LabelRaster.MAX_SHORT ? 16 : 32;
            return TiffLabelWriter.create(
                    target, new LabelFormat(size, labels.counts(), bits, pixelSize));
        }
        ImageLayout layout =
                ImageLayout.of(size, PixelType.FLOAT32)
                        .withPlanes(labels.counts())
                        .withPixelSize(pixelSize)
                        .withFrameSeconds(source.getCalibration().frameInterval);
        return place instanceof ResultPlace.Inside inside
                ? ZarrLabelWriter.createInside(targets.knownImage(), inside.name(), layout)
                : ZarrLabelWriter.create(target, layout);
    }

    private static PixelSize pixelSize(Calibration calibration) {
        double width = calibration.pixelWidth;
        double height = calibration.pixelHeight;
        double depth = calibration.pixelDepth;
        boolean known =
                PixelSize.isLength(width)
                        && PixelSize.isLength(height)
                        && PixelSize.isLength(depth);
        return known
                ? new PixelSize(width, height, depth, LengthUnits.shorten(calibration.getUnit()))
                : PixelSize.NONE;
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
