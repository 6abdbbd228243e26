package sc.fiji.fastsam.model;

import java.util.List;
import java.util.Map;

/**
 * What a network says of itself, for people. Empty where its file says nothing.
 *
 * @param title one line
 * @param author who made it
 * @param version of the weights
 * @param license name or identifier
 * @param licenseText full text
 * @param classes names of the classes, in their order
 */
public record ModelCard(
        String title,
        String author,
        String version,
        String license,
        String licenseText,
        List<String> classes) {

    /** Copies the list. */
    public ModelCard {
        classes = List.copyOf(classes);
    }

    static ModelCard of(Map<String, String> metadata) {
        return new ModelCard(
                metadata.getOrDefault("fastsam.title", metadata.getOrDefault("description", "")),
                metadata.getOrDefault("author", ""),
                metadata.getOrDefault("version", ""),
                metadata.getOrDefault("license", ""),
                metadata.getOrDefault("fastsam.license_text", ""),
                MetadataValues.names(metadata.getOrDefault("names", "")));
    }
}
