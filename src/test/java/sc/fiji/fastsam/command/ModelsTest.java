package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import sc.fiji.fastsam.model.catalog.Catalog;
import sc.fiji.fastsam.model.catalog.CatalogEntry;

class ModelsTest {

    private static Context context;

    @BeforeAll
    static void open() {
        context = new Context(CommandService.class);
    }

    @AfterAll
    static void close() {
        context.dispose();
    }

    private static String run(Object... inputs) throws Exception {
        return (String)
                context.service(CommandService.class)
                        .run(Models.class, true, inputs)
                        .get()
                        .getOutput("report");
    }

    @Test
    void theListNamesAllOfTheCatalogWithTheirLicenses() throws Exception {
        String list = run("action", "list");
        for (CatalogEntry entry : Catalog.entries()) {
            assertTrue(list.contains(entry.id()) && list.contains(entry.license().name()), list);
        }
        String bundled = list.lines().filter(l -> l.startsWith("bundled ")).findFirst().orElse("");
        assertTrue(bundled.matches("bundled +built in +- +BSD-2-Clause +FastSAM .*"), list);
    }

    @Test
    void theChoicesAreTheCatalogs() {
        List<?> choices =
                context.service(CommandService.class)
                        .getCommand(Models.class)
                        .getInput("name")
                        .getChoices();
        assertEquals(
                Catalog.entries().stream()
                        .filter(entry -> entry.kind() != CatalogEntry.Kind.BUNDLED)
                        .map(CatalogEntry::id)
                        .toList(),
                choices);
    }

    @Test
    void nothingIsFetchedBeforeTheLicenseIsAccepted() {
        ExecutionException e =
                assertThrows(
                        ExecutionException.class, () -> run("action", "install", "name", "clip"));
        String all = messages(e);
        assertTrue(all.contains("accept_license=true") && all.contains("MIT"), all);
    }

    @Test
    void aNameThatIsNotInTheListIsAnErrorThatNamesThose() {
        for (String name : List.of("foo", "bundled")) {
            ExecutionException e =
                    assertThrows(
                            ExecutionException.class, () -> run("action", "install", "name", name));
            String right = "name must be one of fastsam-s, fastsam-x, clip, gpu-cuda12, gpu-cuda13";
            assertTrue(messages(e).contains(right + ", but was \"" + name + "\""), messages(e));
        }
    }

    @Test
    void theBundledModelCannotBeRemoved() {
        ExecutionException e =
                assertThrows(
                        ExecutionException.class, () -> run("action", "remove", "name", "bundled"));
        assertTrue(messages(e).contains("is part of FastSAM"), messages(e));
    }

    @Test
    void whatIsNotInstalledIsNotRemovedAndTheListOfTheMenuIsNamed() {
        ExecutionException e =
                assertThrows(
                        ExecutionException.class,
                        () -> run("action", "remove", "name", "gpu-cuda13"));
        String right = "gpu-cuda13 is not installed (action=list says what is).";
        assertTrue(messages(e).contains(right), messages(e));
    }

    @Test
    void aFileOfAPackageIsFetchedByHand() {
        ExecutionException e =
                assertThrows(
                        ExecutionException.class,
                        () ->
                                run(
                                        "action",
                                        "install",
                                        "name",
                                        "gpu-cuda12",
                                        "accept_license",
                                        true));
        assertTrue(messages(e).contains("is fetched by hand"), messages(e));
    }

    private static String messages(Throwable e) {
        return e == null ? "" : e.getMessage() + " " + messages(e.getCause());
    }
}
