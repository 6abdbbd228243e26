package sc.fiji.fastsam.release;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import sc.fiji.fastsam.updatesite.BuildException;

/** The text of a release: what changed, out of CHANGELOG.md, and which download is for whom. */
final class ReleaseText {

    private static final String SNAPSHOT = "-SNAPSHOT";
    private static final String SECTION = "## ";

    private static final String DOWNLOADS =
            """

            ### Downloads
            | | |
            |---|---|
            | Fiji | no download: *Help › Update... › Manage Update Sites*, tick **FastSAM** |
            | Fiji without network | `FastSAM_IJ-%1$s-fiji-PLATFORM.zip`, unpacked in Fiji's folder |
            | plain ImageJ | `FastSAM_IJ-%1$s-PLATFORM.zip`, unpacked in ImageJ's folder |
            | servers, command line | `FastSAM_IJ-%1$s-server-PLATFORM.zip`; needs Java 17 or newer |

            `PLATFORM` is `linux64`, `linux-arm64`, `macos-arm64` or `win64`; the zip files without \
            it hold the libraries of all four.

            Checksums: `sha256sum -c SHA256SUMS`. How to install: docs/install.md.
            """;

    private ReleaseText() {}

    /**
     * The text for a version, in Markdown.
     *
     * @param changelog in the form of Keep a Changelog: a section {@code ## [version] - date} each
     * @throws BuildException if the version has no section, or an empty one
     */
    static String of(Path changelog, String version) throws IOException, BuildException {
        String section = version.endsWith(SNAPSHOT) ? "Unreleased" : version;
        List<String> lines = Files.readAllLines(changelog, StandardCharsets.UTF_8);
        String changes = section(lines, section);
        if (changes.isBlank()) {
            throw new BuildException(
                    "%s says nothing of %s. Write what changed under '## [%s]'."
                            .formatted(changelog, version, section));
        }
        return "## FastSAM for Fiji " + version + "\n\n" + changes + DOWNLOADS.formatted(version);
    }

    private static String section(List<String> lines, String name) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (String line : lines) {
            if (line.startsWith(SECTION)) {
                inside = line.startsWith(SECTION + "[" + name + "]");
            } else if (inside) {
                text.append(line).append('\n');
            }
        }
        return text.toString().strip() + "\n";
    }
}
