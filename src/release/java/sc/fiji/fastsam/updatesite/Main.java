package sc.fiji.fastsam.updatesite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Entry point of {@code update-site/build}. */
public final class Main {

    private static final String USAGE = "Usage: update-site/build OUT [--previous SITE]";

    private Main() {}

    /**
     * Builds the site.
     *
     * @param args the unpacked distribution, the folder with the lists, a folder for what lies in
     *     between; then the user's: the folder to make, and {@code --previous} with the site as it
     *     is now
     */
    public static void main(String[] args) {
        System.exit(run(List.of(args)));
    }

    /** 0 if it was built, 1 if it could not be, 2 for wrong usage. */
    static int run(List<String> args) {
        boolean known = args.size() == 4 || args.size() == 6 && args.get(4).equals("--previous");
        if (!known || args.get(3).startsWith("-")) {
            System.err.println(USAGE);
            return 2;
        }
        try {
            build(args);
            return 0;
        } catch (BuildException | IOException | UncheckedIOException e) {
            System.err.println("update-site/build: " + Messages.of(e));
            return 1;
        }
    }

    private static void build(List<String> args) throws IOException, BuildException {
        Distribution distribution = Distribution.in(Path.of(args.get(0)));
        Path work = Path.of(args.get(2));
        Path out = Path.of(args.get(3));
        Optional<Path> previous =
                args.size() == 6 ? Optional.of(Path.of(args.get(5))) : Optional.empty();
        List<SiteFile> files = Plan.files(distribution, Path.of(args.get(1)), work);
        UpdateSite.build(files, previous, out, Instant.now());
        System.out.println(out.toAbsolutePath() + " holds version " + distribution.version() + ":");
        for (SiteFile file : files) {
            System.out.printf(
                    Locale.ROOT, "%7.1f MB  %s%n", Files.size(file.source()) / 1e6, file.path());
        }
    }
}
