package sc.fiji.fastsam.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import sc.fiji.fastsam.updatesite.BuildException;

class ReleaseTextTest {

    @TempDir private Path folder;
    private Path changelog;

    @BeforeEach
    void write() throws Exception {
        changelog =
                Files.writeString(
                        folder.resolve("CHANGELOG.md"),
                        """
                        # Changelog

                        ## [Unreleased]

                        ### Added
                        - coming

                        ## [0.2.0] - 2026-12-01

                        ### Fixed
                        - mended

                        ## [0.1.0] - 2026-11-01

                        - first
                        """);
    }

    @Test
    void aVersionHasItsOwnSectionAlone() throws Exception {
        String text = ReleaseText.of(changelog, "0.2.0");

        assertTrue(
                text.startsWith(
                        "## FastSAM for Fiji 0.2.0\n\n### Fixed\n- mended\n\n### Downloads"),
                text);
        assertTrue(text.contains("`FastSAM_IJ-0.2.0-fiji-PLATFORM.zip`"), text);
        assertFalse(text.contains("first"), text);
    }

    @Test
    void theLastSectionEndsWithTheFile() throws Exception {
        assertTrue(ReleaseText.of(changelog, "0.1.0").contains("\n\n- first\n\n### Downloads"));
    }

    @Test
    void aSnapshotHasWhatIsNotReleased() throws Exception {
        assertTrue(ReleaseText.of(changelog, "0.3.0-SNAPSHOT").contains("- coming"));
    }

    @Test
    void aVersionWithoutASectionIsRefused() {
        assertEquals(
                changelog + " says nothing of 0.3.0. Write what changed under '## [0.3.0]'.",
                assertThrows(BuildException.class, () -> ReleaseText.of(changelog, "0.3.0"))
                        .getMessage());
    }
}
