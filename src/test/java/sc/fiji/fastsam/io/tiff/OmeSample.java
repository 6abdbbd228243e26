package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An image of several slices, each in an OME-TIFF of its own that names all of them. */
public final class OmeSample {

    private OmeSample() {}

    /**
     * Writes files of 3 x 2 pixels; slice i (from 0) has the value 10 + i throughout.
     *
     * @param names of the files, the first slice first
     */
    public static List<Path> write(Path folder, String... names) throws IOException {
        StringBuilder data = new StringBuilder();
        for (int z = 0; z < names.length; z++) {
            data.append(
                            "<TiffData IFD=\"0\" PlaneCount=\"1\" FirstZ=\""
                                    + z
                                    + "\"><UUID FileName=\"")
                    .append(names[z])
                    .append("\">urn:uuid:" + z + "</UUID></TiffData>");
        }
        List<Path> files = new ArrayList<>();
        for (int z = 0; z < names.length; z++) {
            byte[] strip = new byte[6];
            Arrays.fill(strip, (byte) (10 + z));
            String text =
                    "<?xml version=\"1.0\"?><OME xmlns=\"http://x\" UUID=\"urn:uuid:"
                            + z
                            + "\"><Image ID=\"Image:0\"><Pixels SizeX=\"3\" SizeY=\"2\""
                            + " SizeC=\"1\" SizeT=\"1\" SizeZ=\""
                            + names.length
                            + "\" DimensionOrder=\"XYZCT\" Type=\"uint8\">"
                            + data
                            + "</Pixels></Image></OME>";
            TiffBuilder tiff = new TiffBuilder().page(3, 2, strip).text(Tags.DESCRIPTION, text);
            files.add(tiff.write(folder.resolve(names[z])));
        }
        return files;
    }
}
