package sc.fiji.fastsam.imagej.measure;

import ij.process.ByteProcessor;
import ij.process.FloatProcessor;
import ij.process.ImageProcessor;
import java.util.List;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.image.StainDensity;
import sc.fiji.fastsam.imagej.Planes;
import sc.fiji.fastsam.imagej.file.SourceStack;
import sc.fiji.fastsam.io.PixelBlock;

/** Pixels that are made of those of a plane in color. */
final class ColorPixels {

    private ColorPixels() {}

    /** Makes something else of packed 0xAARRGGBB pixels. */
    private interface Maker {
        ImageProcessor make(int width, int height, int[] colors);
    }

    /**
     * One color of RGB pixels.
     *
     * @param number 1 = red, 2 = green, 3 = blue
     */
    static MeasuredPlane.Pixels color(MeasuredPlane.Pixels rgb, int number) {
        int shift = Planes.shiftOfColor(number);
        return new Made(rgb, (width, height, colors) -> color(width, height, colors, shift));
    }

    private static ImageProcessor color(int width, int height, int[] colors, int shift) {
        byte[] values = new byte[colors.length];
        for (int i = 0; i < colors.length; i++) {
            values[i] = (byte) (colors[i] >> shift);
        }
        return new ByteProcessor(width, height, values);
    }

    /** How much of a stain lies at RGB pixels. */
    static MeasuredPlane.Pixels density(MeasuredPlane.Pixels rgb, StainDensity stain) {
        return new Made(
                rgb,
                (width, height, colors) -> new FloatProcessor(width, height, stain.at(colors)));
    }

    /**
     * RGB pixels of three channels.
     *
     * @param channels red, green and blue, of 8 bits
     */
    static MeasuredPlane.Pixels joined(List<MeasuredPlane.Pixels> channels) {
        return new Joined(channels);
    }

    /** The values of a part of a plane, row by row. */
    private static int[] values(MeasuredPlane.Part part, Region region) {
        int[] values = new int[Math.toIntExact(region.area())];
        int at = 0;
        for (int y = region.y(); y < region.yEnd(); y++) {
            int from = part.index(region.x(), y);
            for (int x = 0; x < region.width(); x++) {
                values[at++] = part.processor().get(from + x);
            }
        }
        return values;
    }

    /** NB: only what is asked for is made, and nothing of it is kept. */
    private record Made(MeasuredPlane.Pixels rgb, Maker maker) implements MeasuredPlane.Pixels {

        @Override
        public MeasuredPlane.Part part(Region region) {
            int[] colors = values(rgb.part(region), region);
            ImageProcessor made = maker.make(region.width(), region.height(), colors);
            return new MeasuredPlane.Part(made, region.x(), region.y());
        }

        @Override
        public MeasuredPlane.Pixels opened() {
            return new Made(rgb.opened(), maker);
        }

        @Override
        public int block() {
            return rgb.block();
        }
    }

    private record Joined(List<MeasuredPlane.Pixels> channels) implements MeasuredPlane.Pixels {

        @Override
        public MeasuredPlane.Part part(Region region) {
            PixelBlock rgb =
                    PixelBlock.ofRgb(
                            region.size(),
                            bytes(channels.get(0), region),
                            bytes(channels.get(1), region),
                            bytes(channels.get(2), region));
            return new MeasuredPlane.Part(SourceStack.processor(rgb), region.x(), region.y());
        }

        private static byte[] bytes(MeasuredPlane.Pixels channel, Region region) {
            int[] values = values(channel.part(region), region);
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < values.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return bytes;
        }

        @Override
        public MeasuredPlane.Pixels opened() {
            return new Joined(channels.stream().map(MeasuredPlane.Pixels::opened).toList());
        }

        @Override
        public int block() {
            return channels.get(0).block();
        }
    }
}
