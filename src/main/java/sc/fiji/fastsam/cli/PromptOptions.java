package sc.fiji.fastsam.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.fastsam.batch.FilePrompts;
import sc.fiji.fastsam.engine.TaskPrompts;
import sc.fiji.fastsam.imagej.prompt.PromptFile;
import sc.fiji.fastsam.imagej.prompt.PromptList;
import sc.fiji.fastsam.settings.NetworkKeys;
import sc.fiji.fastsam.settings.PromptKeys;
import sc.fiji.fastsam.settings.PromptSettings;
import sc.fiji.fastsam.settings.Settings;

/** Options that say which objects are meant. */
final class PromptOptions {

    private final OptionSpec file =
            OptionSpec.builder("--prompts")
                    .type(Path.class)
                    .paramLabel("FILE")
                    .description(
                            "Prompts from a ROI set (.zip, .roi) or a table (.csv) with the columns"
                                    + " prompt,kind,x,y,width,height and, where needed,"
                                    + " role,slice,channel,frame,image.")
                    .build();

    private final OptionGroup group =
            new OptionGroup("Which objects are meant", PromptKeys.all()).with(file);

    /** The options in the model of a command. */
    ArgGroupSpec spec(int order) {
        return group.spec(order);
    }

    /**
     * The prompts.
     *
     * @param network settings of the device, and of CLIP for words
     * @throws IllegalArgumentException if a value is wrong or there is no prompt
     * @throws IOException if the file cannot be read
     */
    FilePrompts toPrompts(Settings network) throws IOException {
        Settings values = group.values().and(network);
        checkWords(values);
        PromptList typed = TaskPrompts.typed(values);
        Path path = file.getValue();
        Optional<PromptFile> read =
                path == null ? Optional.empty() : Optional.of(PromptFile.read(path));
        Settings asked = group.values().with(NetworkKeys.CLIP, network.get(NetworkKeys.CLIP));
        return new FilePrompts(typed, read, PromptSettings.of(values), asked);
    }

    /** NB: words to exclude are compared with words that are wanted. */
    private static void checkWords(Settings values) {
        String not = values.get(PromptKeys.NOT);
        if (!not.isBlank() && values.get(PromptKeys.TEXT).isBlank()) {
            throw new IllegalArgumentException(
                    "--not "
                            + not.strip()
                            + " leaves out objects that --text finds, but there is no --text. Say in"
                            + " --text what to look for.");
        }
    }
}
