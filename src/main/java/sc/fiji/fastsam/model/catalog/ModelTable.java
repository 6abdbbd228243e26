package sc.fiji.fastsam.model.catalog;

import java.io.IOException;
import java.util.Locale;

/** What can be installed and what is, as text. */
public final class ModelTable {

    private static final String LINE = "%-16s %-10s %8s  %-13s %s%n";

    private ModelTable() {}

    /**
     * A heading, a line for each model of the catalog and for each that was added, and the folder.
     *
     * @throws IOException if the folder cannot be read
     */
    public static String of(InstalledModels models) throws IOException {
        StringBuilder text = new StringBuilder();
        text.append(line("id", "state", "download", "license", "title"));
        for (CatalogEntry entry : Catalog.entries()) {
            boolean bundled = entry.kind() == CatalogEntry.Kind.BUNDLED;
            boolean here = models.find(entry.id()).isPresent();
            String state = bundled ? "built in" : here ? "installed" : "-";
            String size = String.format(Locale.ROOT, "%.0f MB", entry.size() / 1e6);
            String license = entry.license().name();
            text.append(line(entry.id(), state, bundled ? "-" : size, license, entry.title()));
        }
        for (InstalledModel model : models.list()) {
            if (Catalog.find(model.id()).isEmpty()) {
                text.append(line(model.id(), "added", "-", model.license(), model.title()));
            }
        }
        return text.append("Folder: ").append(models.folder()).toString();
    }

    private static String line(String... columns) {
        return String.format(Locale.ROOT, LINE, (Object[]) columns);
    }
}
