package sc.fiji.fastsam.model.catalog;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.model.ModelFile;

/**
 * Something installed.
 *
 * @param id its subfolder's name
 * @param title one line
 * @param license name, or empty where nobody said
 * @param source where it came from
 * @param folder with its files
 * @param digests SHA-256 of each file, by name
 */
public record InstalledModel(
        String id,
        String title,
        String license,
        String source,
        Path folder,
        Map<String, String> digests) {

    /** Its network for segmentation; empty where it is none: words or libraries. */
    public Optional<ModelFile> network() {
        Path file = folder.resolve(id + ".onnx");
        return digests.containsKey(id + ".onnx")
                ? Optional.of(ModelFile.of(file))
                : Optional.empty();
    }
}
