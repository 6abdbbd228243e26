package sc.fiji.fastsam.cli;

import ij.io.FileSaver;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import sc.fiji.fastsam.imagej.SampleImage;
import sc.fiji.fastsam.onnx.TrustedFolder;

/**
 * What most runs do, on the sample image, for Java to list the classes that they load: the first
 * step of {@code lib/class-archive}.
 */
final class Rehearsal {

    private static final String SAMPLE = "nuclei.tif";

    private Rehearsal() {}

    /**
     * Segments the sample.
     *
     * @param args the folder where the archive will be, which is made; a folder for the results
     * @throws IOException if others can put files into the archive's folder, or one of them cannot
     *     be written to
     */
    public static void main(String[] args) throws IOException {
        TrustedFolder.create(Path.of(args[0]));
        Path results = Files.createDirectories(Path.of(args[1]));
        Path image = results.resolve(SAMPLE);
        Files.write(image, new FileSaver(SampleImage.open(SAMPLE)).serialize());
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Console console = new Console(nowhere, nowhere, false);
        System.exit(
                FastSamCommand.execute(
                        console, "segment", image.toString(), "--out", results.toString()));
    }
}
