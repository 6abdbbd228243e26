package sc.fiji.fastsam.imagej;

import ij.VirtualStack;
import ij.process.ImageProcessor;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.label.Labeling;

/**
 * Labels of a stack, painted plane by plane when they are asked for: for stacks of labels larger
 * than the memory. As with all virtual stacks, what is changed in a plane is not kept.
 */
final class PaintedStack extends VirtualStack {

    private final List<Optional<Labeling>> planes;
    private final int most;

    /**
     * @param planes nothing = no objects there
     * @param most greatest label of all
     */
    PaintedStack(Size size, List<Optional<Labeling>> planes, int most) {
        super(size.width(), size.height());
        this.planes = List.copyOf(planes);
        this.most = most;
        setBitDepth(getProcessor(1).getBitDepth());
    }

    @Override
    public ImageProcessor getProcessor(int n) {
        Size size = new Size(getWidth(), getHeight());
        ImageProcessor plane = LabelPlus.processor(planes.get(n - 1), size, most);
        if (getColorModel() != null) {
            plane.setColorModel(getColorModel());
        }
        return plane;
    }

    @Override
    public int getSize() {
        return planes.size();
    }

    @Override
    public int size() {
        return planes.size();
    }
}
