package sc.fiji.fastsam.release;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.updatesite.BuildException;
import sc.fiji.fastsam.updatesite.Messages;

/** Entry point of {@code mvn -Prelease package}. */
public final class Main {

    private static final String PREVIOUS = "--previous=";

    private Main() {}

    /**
     * Makes the release.
     *
     * @param args the repository, the unpacked distribution, the folder to make, and {@code
     *     --previous=SITE}, the update site as it is now; empty for the very first release
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    /** 0 if it was made, 1 if it could not be, 2 for wrong usage. */
    static int run(List<String> args) {
        if (args.size() != 4 || !args.get(3).startsWith(PREVIOUS)) {
            System.err.println("Usage: Main REPOSITORY DISTRIBUTION OUT --previous=[SITE]");
            return 2;
        }
        try {
            String site = args.get(3).substring(PREVIOUS.length());
            Path out = Path.of(args.get(2));
            new Release(
                            Path.of(args.get(0)),
                            Path.of(args.get(1)),
                            site.isEmpty() ? Optional.empty() : Optional.of(Path.of(site)),
                            Instant.now())
                    .build(out);
            System.out.println("The release is in " + out.toAbsolutePath());
            return 0;
        } catch (BuildException | IOException e) {
            System.err.println("release: " + Messages.of(e));
            return 1;
        }
    }
}
