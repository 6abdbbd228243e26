package sc.fiji.fastsam.io.zarr;

import java.io.IOException;
import java.util.Arrays;
import sc.fiji.fastsam.io.zarr.store.JsonFields;

/**
 * One resolution level of an image.
 *
 * @param path of its array, below the image
 * @param scale extent of a pixel along each axis, in the axes' units; not copied
 */
record Dataset(String path, double[] scale) {

    /**
     * Reads an element of the field "datasets".
     *
     * @param rank number of axes
     * @param common further scales that apply to all levels; not changed
     * @throws IOException if a scale has another number of axes
     */
    static Dataset parse(JsonFields dataset, int rank, double[] common) throws IOException {
        double[] scale = scale(dataset, rank);
        for (int i = 0; i < rank; i++) {
            scale[i] *= common[i];
        }
        return new Dataset(dataset.text("path"), scale);
    }

    /** The scales in the field "coordinateTransformations"; 1 where there are none. */
    static double[] scale(JsonFields owner, int rank) throws IOException {
        double[] product = new double[rank];
        Arrays.fill(product, 1);
        for (JsonFields transformation : owner.objects("coordinateTransformations")) {
            if (transformation.has("scale")) {
                double[] scale = transformation.numbers("scale");
                if (scale.length != rank) {
                    throw transformation.wrong("scale", rank + " numbers", scale.length);
                }
                for (int i = 0; i < rank; i++) {
                    product[i] *= scale[i];
                }
            }
        }
        return product;
    }
}
