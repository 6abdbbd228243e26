package sc.fiji.fastsam.command;

import ij.IJ;
import java.util.Locale;
import org.scijava.Context;
import org.scijava.app.AppService;
import sc.fiji.fastsam.engine.Segmenters;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceReport;
import sc.fiji.fastsam.onnx.DeviceRequest;

/** What a bug report needs: versions, devices, model, memory. */
public final class Diagnostics {

    private static final long MEGABYTE = 1L << 20;

    private Diagnostics() {}

    /**
     * Lines of "name: value". Loads ONNX Runtime, but opens no network.
     *
     * @param context of the host; in Fiji it knows the versions of ImageJ2 and Fiji
     */
    public static String report(Context context) {
        StringBuilder lines = new StringBuilder();
        line(lines, "FastSAM for Fiji", version());
        line(lines, "ImageJ", IJ.getFullVersion());
        AppService apps = context.getService(AppService.class);
        if (apps != null) {
            apps.getApps().values().forEach(app -> line(lines, app.getTitle(), app.getVersion()));
        }
        line(lines, "Java", property("java.version") + " (" + property("java.vendor") + ")");
        line(
                lines,
                "System",
                property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
        line(lines, "Processors", String.valueOf(Runtime.getRuntime().availableProcessors()));
        line(lines, "Memory", memory());
        line(lines, "Bundled network", bundled());
        line(lines, "Network in memory", Segmenters.shared().isOpen() ? "yes" : "no");
        line(lines, "Devices", DeviceReport.create(DeviceRequest.AUTO).toString());
        return lines.toString();
    }

    private static String version() {
        String version = Diagnostics.class.getPackage().getImplementationVersion();
        return version == null ? "development build" : version;
    }

    private static String bundled() {
        return ModelFile.isBundledPresent() ? "present" : "missing from this build";
    }

    private static String memory() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return used / MEGABYTE + " MB of " + runtime.maxMemory() / MEGABYTE + " MB used by Java";
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    private static void line(StringBuilder lines, String name, String value) {
        lines.append(String.format(Locale.ROOT, "%-20s %s%n", name + ":", value));
    }
}
