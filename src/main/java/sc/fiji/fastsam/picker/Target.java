package sc.fiji.fastsam.picker;

import ij.ImagePlus;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;
import sc.fiji.fastsam.imagej.PlanePosition;

/** The object that a click or box began; what is found for it later is added to it. */
final class Target {

    /** What the status line says of one that is not there any more. */
    static final String GONE = "the image was closed or changed meanwhile";

    final ImagePlus image;
    final PlanePosition plane;
    private final int[] dimensions;

    /** The object's number; nothing until it was found. */
    OptionalInt number = OptionalInt.empty();

    /** The object of the image that was the last before; forgotten once another was begun. */
    Optional<Target> before;

    /** Begins an object on the plane that an image shows. */
    Target(ImagePlus image, Optional<Target> last) {
        this.image = image;
        this.plane = PlanePosition.of(image);
        this.dimensions = image.getDimensions();
        this.before = last.filter(target -> target.image == image);
        last.ifPresent(target -> target.before = Optional.empty());
    }

    /** False once the image is closed, cropped or has other slices. */
    boolean isThere() {
        return image.getProcessor() != null && Arrays.equals(dimensions, image.getDimensions());
    }

    /** True for the object of a number of an image. */
    boolean is(ImagePlus other, OptionalInt itsNumber) {
        return image == other && itsNumber.isPresent() && number.equals(itsNumber);
    }

    /** The object's name for the status line. */
    String name() {
        return name(number);
    }

    /** Likewise of the object of a number; nothing for one that was not picked. */
    static String name(OptionalInt number) {
        return number.isPresent() ? "object " + number.getAsInt() : "the object";
    }
}
