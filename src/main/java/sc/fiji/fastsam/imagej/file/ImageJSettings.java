package sc.fiji.fastsam.imagej.file;

import ij.CompositeImage;
import ij.IJ;
import ij.ImagePlus;
import ij.ImageStack;
import ij.gui.Overlay;
import ij.gui.Roi;
import ij.io.FileInfo;
import ij.io.RoiDecoder;
import ij.measure.Calibration;
import ij.measure.CurveFitter;
import ij.process.ImageProcessor;
import ij.process.LUT;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.io.tiff.ImageJDescription;
import sc.fiji.fastsam.io.tiff.ImageJMetadata;
import sc.fiji.fastsam.io.tiff.TiffSource;

/**
 * Puts back what ImageJ wrote into a TIFF beside the pixels, by the rules of ImageJ's own opener.
 */
final class ImageJSettings {

    private static final int LAST_FUNCTION = CurveFitter.EXP_RECOVERY;

    private final ImagePlus image;
    private final ImageJDescription description;
    private final ImageJMetadata metadata;

    private ImageJSettings(
            ImagePlus image, ImageJDescription description, ImageJMetadata metadata) {
        this.image = image;
        this.description = description;
        this.metadata = metadata;
    }

    /**
     * The image with its settings; another object where it is a composite.
     *
     * @throws IOException if they cannot be read
     */
    static ImagePlus apply(TiffSource tiff, ImagePlus image) throws IOException {
        ImageJDescription description = tiff.imageJDescription().orElseThrow();
        return new ImageJSettings(image, description, tiff.imageJMetadata()).apply();
    }

    private ImagePlus apply() throws IOException {
        calibrate(image.getCalibration());
        setDisplayRange();
        if (description.flag("8bitcolor")) {
            image.setTypeToColor256();
        }
        setLabels();
        List<String> properties = metadata.properties();
        if (!metadata.info().isEmpty()) {
            image.setProperty("Info", metadata.info());
        }
        if (!properties.isEmpty()) {
            image.setProperties(properties.toArray(new String[0]));
        }
        setTable();
        setFileInfo();
        ImagePlus shown = composite();
        setRegions(shown);
        return shown;
    }

    private void calibrate(Calibration calibration) throws IOException {
        calibration.frameInterval = description.number("finterval", 0);
        calibration.xOrigin = description.number("xorigin", 0);
        calibration.yOrigin = description.number("yorigin", 0);
        calibration.zOrigin = description.number("zorigin", 0);
        calibration.setInvertY(description.flag("inverty"));
        calibration.fps = description.number("fps", 0);
        calibration.loop = description.flag("loop");
        calibration.setTimeUnit(description.text("tunit", "sec"));
        String yUnit = description.text("yunit", "");
        String zUnit = description.text("zunit", "");
        if (!yUnit.isEmpty()) {
            calibration.setYUnit(yUnit);
        }
        if (!zUnit.isEmpty()) {
            calibration.setZUnit(zUnit);
        }
        calibrateValues(calibration);
    }

    /** NB: as in ImageJ, without a unit, even an empty one, values have no function. */
    private void calibrateValues(Calibration calibration) throws IOException {
        if (!description.has("vunit")) {
            return;
        }
        String unit = description.text("vunit", "");
        if (image.getBitDepth() == 32) {
            calibration.setValueUnit(unit);
            return;
        }
        int function = (int) description.number("cf", Calibration.NONE);
        double[] coefficients = coefficients();
        boolean known = function >= Calibration.STRAIGHT_LINE && function <= LAST_FUNCTION;
        if (function == Calibration.UNCALIBRATED_OD || known && coefficients.length >= 2) {
            if (known && coefficients.length < CurveFitter.getNumParams(function)) {
                throw new IOException(
                        "is damaged: the calibration of its values has "
                                + coefficients.length
                                + " coefficients, too few for its function. Save it anew in"
                                + " ImageJ.");
            }
            calibration.setFunction(
                    function,
                    coefficients.length == 0 ? null : coefficients,
                    unit,
                    description.flag("zeroclip"));
        }
    }

    private double[] coefficients() {
        int count = 0;
        while (count < 5 && !description.text("c" + count, "").isEmpty()) {
            count++;
        }
        double[] coefficients = new double[count];
        for (int i = 0; i < count; i++) {
            coefficients[i] = description.number("c" + i, 0);
        }
        return coefficients;
    }

    private void setDisplayRange() {
        double min = description.number("min", 0);
        double max = description.number("max", 0);
        ImageProcessor shown = image.getProcessor();
        int depth = image.getBitDepth();
        boolean gray = depth == 8 || depth == 16 || depth == 32;
        boolean stated = gray && (min != 0 || max != 0);
        if (stated && (shown.getMin() != min || shown.getMax() != max)) {
            shown.setMinAndMax(min, max);
            image.setDisplayRange(min, max);
        }
    }

    private void setLabels() {
        ImageStack stack = image.getStack();
        List<String> labels = metadata.labels();
        for (int i = 0; i < Math.min(labels.size(), stack.size()); i++) {
            stack.setSliceLabel(labels.get(i), i + 1);
        }
        if (labels.size() == 1 && stack.size() == 1) {
            image.setProp("Slice_Label", labels.get(0));
        }
    }

    /** Composites take their tables and ranges from here. */
    private void setFileInfo() {
        FileInfo info = image.getOriginalFileInfo();
        info.fileFormat = FileInfo.TIFF;
        double[] ranges = metadata.ranges();
        if (ranges.length > 0) {
            info.displayRanges = ranges;
        }
        if (!metadata.colorTables().isEmpty()) {
            info.channelLuts = metadata.colorTables().toArray(new byte[0][]);
        }
        image.setFileInfo(info);
    }

    /** Of 8 bits, the table is the page's palette. */
    private void setTable() {
        List<byte[]> tables = metadata.colorTables();
        boolean alone = image.getNChannels() == 1 && image.getBitDepth() != 24;
        if (alone && !tables.isEmpty()) {
            byte[] table = tables.get(0);
            ImageProcessor shown = image.getProcessor();
            LUT lut =
                    new LUT(
                            Arrays.copyOfRange(table, 0, 256),
                            Arrays.copyOfRange(table, 256, 512),
                            Arrays.copyOfRange(table, 512, 768));
            lut.min = shown.getMin();
            lut.max = shown.getMax();
            image.setLut(lut);
        }
    }

    private ImagePlus composite() {
        boolean hyperstack = description.flag("hyperstack");
        String mode = description.text("mode", "");
        image.setOpenAsHyperStack(hyperstack);
        boolean several = image.getNChannels() > 1 && image.getBitDepth() != 24;
        if (!several || !hyperstack && mode.isEmpty()) {
            return image;
        }
        CompositeImage composite =
                new CompositeImage(
                        image,
                        switch (mode) {
                            case "composite" -> IJ.COMPOSITE;
                            case "gray", "grayscale" -> IJ.GRAYSCALE;
                            default -> IJ.COLOR;
                        });
        composite.setOpenAsHyperStack(hyperstack);
        return composite;
    }

    private void setRegions(ImagePlus shown) throws IOException {
        for (byte[] bytes : metadata.selection()) {
            shown.setRoi(region(bytes));
        }
        Overlay overlay = new Overlay();
        for (byte[] bytes : metadata.overlay()) {
            Roi roi = region(bytes);
            if (overlay.size() == 0) {
                copy(roi.getPrototypeOverlay(), overlay);
            }
            overlay.add(roi);
        }
        if (overlay.size() > 0) {
            shown.setOverlay(overlay);
        }
    }

    /** NB: without its selection an image would be segmented everywhere. */
    private static Roi region(byte[] bytes) throws IOException {
        Optional<Roi> roi;
        try {
            roi = Optional.ofNullable(RoiDecoder.openFromByteArray(bytes));
        } catch (RuntimeException e) {
            throw senseless(e);
        }
        return roi.orElseThrow(() -> senseless(null));
    }

    private static IOException senseless(Exception cause) {
        return new IOException(
                "is damaged: its selection, or a region of its overlay, makes no sense. Save it"
                        + " anew in ImageJ.",
                cause);
    }

    private static void copy(Overlay from, Overlay to) {
        to.drawLabels(from.getDrawLabels());
        to.drawNames(from.getDrawNames());
        to.drawBackgrounds(from.getDrawBackgrounds());
        to.setLabelColor(from.getLabelColor());
        to.setLabelFont(from.getLabelFont(), from.scalableLabels());
    }
}
