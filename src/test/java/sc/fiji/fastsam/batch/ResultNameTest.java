package sc.fiji.fastsam.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names of single cases are in InputFilesTest. */
class ResultNameTest {

    private static final List<String> FOLDERS = List.of("x", "X", "day1", "y/day1", "y/Day1");

    private static final List<String> BELOW = List.of("", "", "s/", "S/", "day1/");

    private static final List<String> NAMES =
            List.of(
                    "a.tif",
                    "A.tif",
                    "a.png",
                    "a.tif.png",
                    "A.TIF.png",
                    "a.czi",
                    "a",
                    "day1-a.tif",
                    "x-a.tif-2.png",
                    "b.tif");

    /** NB: so many clash that each rule is met, also by names that others made. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noTwoFilesHaveTheSameName(boolean caseSensitive) {
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Set<Path> files = new LinkedHashSet<>();
            List<ResultName> all = new ArrayList<>();
            for (int i = 1 + random.nextInt(14); i > 0; i--) {
                Path folder = Path.of("/r", one(FOLDERS, random)).toAbsolutePath();
                Path relative = Path.of(one(BELOW, random) + one(NAMES, random));
                if (files.add(folder.resolve(relative))) {
                    all.add(new ResultName(folder.resolve(relative), relative));
                }
            }
            List<InputFile> named = ResultName.distinct(all, caseSensitive);
            assertEquals(List.copyOf(files), named.stream().map(InputFile::path).toList());
            Set<String> names = new HashSet<>();
            named.forEach(
                    file ->
                            names.add(
                                    caseSensitive
                                            ? file.name()
                                            : file.name().toLowerCase(Locale.ROOT)));
            assertEquals(files.size(), names.size(), seed + ": " + named);
        }
    }

    private static String one(List<String> choices, Random random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
