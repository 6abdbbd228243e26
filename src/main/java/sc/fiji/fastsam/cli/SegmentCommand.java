package sc.fiji.fastsam.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import sc.fiji.fastsam.batch.FilePrompts;
import sc.fiji.fastsam.settings.Settings;

/** {@code fastsam segment}: images in, label images, ROIs, tables and pictures out. */
@Command(
        name = "segment",
        addMethodSubcommands = false,
        sortOptions = false,
        description = "Finds every object in images.",
        customSynopsis = "fastsam segment [OPTIONS] --out DIR IN...",
        footerHeading = "%n",
        footer = {
            "Results of cells.tif: cells-labels.tif (pixels of object n hold n), cells-rois.zip"
                    + " (ImageJ ROI set), cells-objects.csv (measures), cells-overlay.png (picture),"
                    + " and for the whole run report.csv, report.json, report.html and objects.csv"
                    + " (all tables in one). Files that share a name but for its ending keep the"
                    + " ending: cells.png-labels.tif. A run that was ended goes on where it was when"
                    + " the same command is given again: journal.jsonl tells what is done. Results"
                    + " with other settings are replaced; an input never is.",
            "",
            "Examples:",
            "  fastsam segment cells.tif --out results",
            "  fastsam segment plate1/ plate2/ --recursive --out results --write labels,table",
            "  fastsam segment stack.tif --slices 3-10 --channel 2 --diameter 30 --out results"
        })
final class SegmentCommand extends BatchCommand {

    SegmentCommand(Console console, HeadStart network) {
        super(console, network);
    }

    @Override
    Optional<FilePrompts> prompts(Settings network) {
        return Optional.empty();
    }
}
