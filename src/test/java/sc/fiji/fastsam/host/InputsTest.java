package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import sc.fiji.fastsam.command.SegmentEverything;

class InputsTest {

    @Test
    void inADialogsMessageFieldsHaveTheirLabels() throws ModuleException {
        try (Context context = new Context(CommandService.class)) {
            Module module =
                    context.service(CommandService.class)
                            .getCommand(SegmentEverything.class)
                            .createModule();
            assertEquals(
                    "Low percentile must be below High percentile, but they were 90.0 and 10.0.",
                    Inputs.inLabels(
                            "low_percentile must be below high_percentile, but they were 90.0 and"
                                    + " 10.0.",
                            module));
            String typed = "Write diameter_unit=um, or overlay_copied";
            assertEquals(typed, Inputs.inLabels(typed, module));
            String files = "/data/min_area/a.tif, C:\\min_area and min_area.csv are not there.";
            assertEquals(files, Inputs.inLabels(files, module));
        }
    }
}
