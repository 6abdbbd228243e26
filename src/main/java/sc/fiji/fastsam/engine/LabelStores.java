package sc.fiji.fastsam.engine;

import ij.ImagePlus;
import ij.measure.Calibration;
import ij.process.ImageProcessor;
import java.io.IOException;
import java.nio.file.Path;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.PixelType;
import sc.fiji.fastsam.io.PlaneCounts;
import sc.fiji.fastsam.io.TileGrid;
import sc.fiji.fastsam.io.zarr.LabelCompression;
import sc.fiji.fastsam.io.zarr.ZarrLabelWriter;

/** Label images as OME-Zarr. */
final class LabelStores {

    private LabelStores() {}

    /**
     * A writer that holds all labels and has still to be finished.
     *
     * @param labels 16- or 32-bit
     * @throws IOException if they cannot be written
     */
    static ZarrLabelWriter stage(ImagePlus labels, Path target) throws IOException {
        ZarrLabelWriter writer =
                ZarrLabelWriter.create(target, layout(labels), LabelCompression.ZSTD);
        try {
            for (int plane = 0; plane < labels.getStackSize(); plane++) {
                write(labels.getStack().getProcessor(plane + 1), plane, writer);
            }
            return writer;
        } catch (IOException | RuntimeException e) {
            writer.close();
            throw e;
        }
    }

    private static ImageLayout layout(ImagePlus labels) {
        Calibration calibration = labels.getCalibration();
        PixelSize size = PixelSize.NONE;
        if (PixelSize.isLength(calibration.pixelWidth)
                && PixelSize.isLength(calibration.pixelHeight)
                && PixelSize.isLength(calibration.pixelDepth)) {
            size =
                    new PixelSize(
                            calibration.pixelWidth,
                            calibration.pixelHeight,
                            calibration.pixelDepth,
                            LengthUnits.shorten(calibration.getUnit()));
        }
        return ImageLayout.of(new Size(labels.getWidth(), labels.getHeight()), PixelType.FLOAT32)
                .withPlanes(new PlaneCounts(1, labels.getNSlices(), labels.getNFrames()))
                .withPixelSize(size)
                .withFrameSeconds(calibration.frameInterval);
    }

    private static void write(ImageProcessor plane, int index, ZarrLabelWriter writer)
            throws IOException {
        TileGrid grid = writer.grid();
        for (int row = 0; row < grid.down(); row++) {
            for (int column = 0; column < grid.across(); column++) {
                writer.write(index, column, row, crop(plane, grid.region(column, row)));
            }
        }
    }

    private static int[] crop(ImageProcessor plane, Region region) {
        int[] labels = new int[(int) region.area()];
        for (int i = 0; i < labels.length; i++) {
            int x = region.x() + i % region.width();
            int y = region.y() + i / region.width();
            labels[i] = (int) plane.getf(x, y);
        }
        return labels;
    }
}
