package sc.fiji.fastsam.imagej;

import ij.IJ;
import ij.ImagePlus;
import ij.io.Opener;
import ij.plugin.PlugIn;
import java.io.IOException;
import java.io.InputStream;
import javax.imageio.ImageIO;

/**
 * Opens an image that comes with FastSAM, by a line in {@code plugins.config}. Sources and licenses
 * stand beside the images in the jar.
 */
public final class SampleImage implements PlugIn {

    /** The menu entry of an image that everything is found in. */
    public static final String NUCLEI = "Nuclei (sample)";

    private static final String FOLDER = "/sc/fiji/fastsam/samples/";

    /**
     * Shows the image.
     *
     * @param name of its file, as "nuclei.tif"
     */
    @Override
    public void run(String name) {
        try {
            open(name).show();
        } catch (IOException e) {
            IJ.error("FastSAM", e.getMessage());
        }
    }

    /**
     * Reads an image.
     *
     * @param name of its file, as "nuclei.tif"
     * @throws IOException if it is not in the jar, or cannot be read
     */
    public static ImagePlus open(String name) throws IOException {
        try (InputStream in = SampleImage.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IOException(
                        "There is no sample image \"" + name + "\". Install FastSAM again.");
            }
            return name.endsWith(".tif")
                    ? new Opener().openTiff(in, name)
                    : new ImagePlus(name, ImageIO.read(in));
        }
    }
}
