package sc.fiji.fastsam.cli;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Refuses what a script gives for a variable without value: an empty path is the working folder.
 */
final class PathReader implements ITypeConverter<Path> {

    @Override
    public Path convert(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException(
                    "the path is empty, as of a variable without value. Name it, or . for the"
                            + " folder that you are in");
        }
        return Path.of(text);
    }
}
