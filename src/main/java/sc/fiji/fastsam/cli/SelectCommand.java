package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.ArgGroupSpec;
import sc.fiji.fastsam.batch.FilePrompts;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.settings.Settings;

/** {@code fastsam select}: the objects that points and boxes mean. */
@Command(
        name = "select",
        addMethodSubcommands = false,
        sortOptions = false,
        description = "Finds the objects that points, boxes and words mean.",
        customSynopsis = "fastsam select [OPTIONS] --out DIR IN...",
        footerHeading = "%n",
        footer = {
            "Results as of fastsam segment, with the chosen objects in the order of the prompts; the"
                    + " column prompts of cells-objects.csv names the prompts that an object answers,"
                    + " and prompts without match have a line of their own.",
            "",
            "Examples:",
            "  fastsam select cells.tif --points \"120,88; 301,40\" --out results",
            "  fastsam select cells.tif --boxes 10,10,60,80 --background 30,30 --out results",
            "  fastsam select plate/ --prompts prompts.csv --out results",
            "  fastsam select cells.tif --text \"round nucleus; debris\" --top 5 --out results"
        })
final class SelectCommand extends BatchCommand {

    private final PromptOptions prompts = new PromptOptions();

    SelectCommand(Console console, HeadStart network) {
        super(console, network);
    }

    @Override
    public List<ArgGroupSpec> groups() {
        List<ArgGroupSpec> groups = new ArrayList<>(super.groups());
        groups.add(prompts.spec(FIRST_GROUP));
        return groups;
    }

    @Override
    Optional<FilePrompts> prompts(Settings network) throws ModelException {
        try {
            return Optional.of(prompts.toPrompts(network));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof ModelException missing) {
                throw missing;
            }
            throw e;
        } catch (IOException e) {
            throw usage(e.getMessage(), e);
        }
    }
}
