package sc.fiji.fastsam.batch;

import ij.ImagePlus;
import ij.ImageStack;
import ij.io.FileSaver;
import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ShortProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.RgbImage;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.MaskBuilder;
import sc.fiji.fastsam.mask.Segmentation;
import sc.fiji.fastsam.testing.Drawn;

/** Image files made for a test: a dark plane with a bright rectangle of 6 x 4 pixels at (5, 3). */
public final class SampleFiles {

    /** Width of the images. */
    public static final int WIDTH = 40;

    /** Height of the images. */
    public static final int HEIGHT = 24;

    private SampleFiles() {}

    /** 16-bit, rectangle 900 on 100. */
    public static Path tiff(Path file) {
        return save(new ImagePlus("sample", shortPlane(0)), file);
    }

    /** 16-bit stack; the rectangle of plane i (from 0) is i pixels further right. */
    public static Path tiffStack(Path file, int planes) {
        ImageStack stack = new ImageStack(WIDTH, HEIGHT);
        for (int i = 0; i < planes; i++) {
            stack.addSlice(shortPlane(i));
        }
        return save(new ImagePlus("stack", stack), file);
    }

    /** 8-bit. */
    public static Path png(Path file) {
        ImagePlus image = new ImagePlus("sample", shortPlane(0).convertToByte(true));
        new FileSaver(image).saveAsPng(file.toString());
        return file;
    }

    /** 8-bit. */
    public static Path jpeg(Path file) {
        ImagePlus image = new ImagePlus("sample", shortPlane(0).convertToByte(true));
        new FileSaver(image).saveAsJpeg(file.toString());
        return file;
    }

    /** 8-bit, all pixels 7. */
    public static Path flat(Path file, int width, int height) {
        byte[] pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) 7);
        return save(new ImagePlus("flat", new ByteProcessor(width, height, pixels)), file);
    }

    /** 32-bit, all pixels NaN. */
    public static Path nan(Path file) {
        float[] pixels = new float[WIDTH * HEIGHT];
        Arrays.fill(pixels, Float.NaN);
        return save(new ImagePlus("nan", new FloatProcessor(WIDTH, HEIGHT, pixels)), file);
    }

    /** A TIFF whose directory says 0 x 24. */
    public static Path zeroWidth(Path file) {
        try {
            byte[] bytes = Files.readAllBytes(tiff(file));
            ByteBuffer header = ByteBuffer.wrap(bytes);
            header.order(bytes[0] == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
            // NB: ImageJ's directory begins at 8; tag 256 is the width.
            for (int entry = 10; entry < 10 + 12 * 5; entry += 12) {
                if (header.getShort(entry) == 256) {
                    header.putInt(entry + 8, 0);
                }
            }
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first bytes of a file, in a file beside it. */
    public static Path truncated(Path whole, double share) {
        try {
            byte[] bytes = Files.readAllBytes(whole);
            Path file = whole.resolveSibling("truncated-" + whole.getFileName());
            return Files.write(file, Arrays.copyOf(bytes, (int) (bytes.length * share)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Saves an image as TIFF. */
    public static Path save(ImagePlus image, Path file) {
        try {
            return Files.write(file, new FileSaver(image).serialize());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ShortProcessor shortPlane(int shift) {
        ShortProcessor plane = new ShortProcessor(WIDTH, HEIGHT);
        plane.setValue(100);
        plane.fill();
        plane.setValue(900);
        plane.setRoi(5 + shift, 3, 6, 4);
        plane.fill();
        plane.resetRoi();
        return plane;
    }

    /** Stands in for a network: one object of all pixels above 0.5. */
    public static Segmentation brightRectangle(RgbPlane plane) {
        RgbImage planes = plane.crop(Region.of(plane.size()));
        int width = planes.size().width();
        MaskBuilder mask = new MaskBuilder(new Region(0, 0, width, planes.size().height()));
        boolean any = false;
        for (int i = 0; i < planes.red().length; i++) {
            if (planes.red()[i] > 0.5f) {
                mask.add(i % width, i / width);
                any = true;
            }
        }
        return any
                ? Drawn.segmentation(
                        width, planes.size().height(), Drawn.object(0.9, mask.toMask()))
                : Drawn.segmentation(width, planes.size().height());
    }
}
