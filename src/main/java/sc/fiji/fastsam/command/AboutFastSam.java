package sc.fiji.fastsam.command;

import org.scijava.ItemIO;
import org.scijava.command.Command;
import org.scijava.command.ContextCommand;
import org.scijava.plugin.Parameter;
import org.scijava.plugin.Plugin;
import sc.fiji.fastsam.host.ReportWindow;

/** Shows versions, devices, model and memory, for bug reports; headless as text in the log. */
@Plugin(
        type = Command.class,
        label = AboutFastSam.LABEL,
        // NB: the entries stand in plugins.config; a search bar would list each twice.
        visible = false,
        description = "Versions, devices and why others do not work, model and memory.")
public final class AboutFastSam extends ContextCommand {

    /** Name of the menu entry. */
    public static final String LABEL = "About and Diagnostics...";

    @Parameter(type = ItemIO.OUTPUT, label = "Report")
    private String report;

    @Override
    public void run() {
        report = Diagnostics.report(context());
        ReportWindow.show("About FastSAM", report);
    }
}
