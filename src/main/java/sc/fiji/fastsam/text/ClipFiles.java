package sc.fiji.fastsam.text;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.catalog.ModelsFolder;

/**
 * The two networks of a CLIP, as ONNX files.
 *
 * @param text encodes tokens
 * @param image encodes images
 */
public record ClipFiles(Path text, Path image) {

    /** What to tell a user who has no CLIP. */
    public static final String MISSING =
            "Words need CLIP, which is not installed: install it with"
                    + " Plugins > FastSAM > Models..., or: fastsam models install clip.";

    private static final List<String> TEXT =
            List.of("text_model_quantized.onnx", "text_model.onnx", "text_model_fp16.onnx");
    private static final List<String> IMAGE =
            List.of("vision_model.onnx", "vision_model_fp16.onnx", "vision_model_quantized.onnx");

    /**
     * The files in a folder, under the names that they have where they are published.
     *
     * @throws ModelException if one is missing; says how to install it
     */
    public static ClipFiles in(Path folder) throws ModelException {
        return new ClipFiles(first(folder, TEXT), first(folder, IMAGE));
    }

    /**
     * The files in a folder that the user names, or else where CLIP is installed: the folder clip
     * of the models folder.
     *
     * @throws ModelException if one is missing; says how to install it
     */
    public static ClipFiles find(Optional<Path> folder) throws ModelException {
        return in(folder.orElseGet(() -> ModelsFolder.usual().resolve("clip")));
    }

    private static Path first(Path folder, List<String> names) throws ModelException {
        for (String name : names) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file)) {
                return file;
            }
        }
        throw new ModelException(MISSING + " (" + folder + " holds no " + names.get(0) + ")");
    }
}
