package sc.fiji.fastsam.batch;

import java.io.IOException;
import java.util.Objects;
import sc.fiji.fastsam.batch.journal.Recipe;

/** What a run's results are made with, as journals have it. */
final class Recipes {

    private Recipes() {}

    /**
     * That of a run.
     *
     * @throws IOException if the file of prompts cannot be read
     */
    static Recipe of(BatchSettings settings) throws IOException {
        String text = settings.task().toSettings().toString();
        if (settings.prompts().isPresent()) {
            text = (text + " " + settings.prompts().get().asText()).strip();
        }
        return new Recipe(text, settings.network().hash(), version());
    }

    private static String version() {
        return Objects.requireNonNullElse(
                Recipes.class.getPackage().getImplementationVersion(), "development");
    }
}
