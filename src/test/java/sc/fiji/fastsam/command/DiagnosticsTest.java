package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.scijava.Context;
import org.scijava.app.AbstractApp;
import org.scijava.app.App;
import org.scijava.app.AppService;
import org.scijava.plugin.PluginInfo;
import org.scijava.plugin.PluginService;

class DiagnosticsTest {

    @Test
    void theHostsVersionStandsBesideImageJs() {
        try (Context context = new Context(AppService.class)) {
            PluginInfo<App> fiji = new PluginInfo<>(FijiLike.class.getName(), App.class);
            fiji.setName("Fiji");
            context.service(PluginService.class).addPlugin(fiji);
            String report = Diagnostics.report(context);
            assertTrue(report.contains("ImageJ:  "), report);
            assertTrue(report.contains("Fiji-like:           2.99.0"), report);
        }
    }

    /** As Fiji's: names itself and its version. */
    public static final class FijiLike extends AbstractApp {

        @Override
        public String getTitle() {
            return "Fiji-like";
        }

        @Override
        public String getVersion() {
            return "2.99.0";
        }

        @Override
        public String getGroupId() {
            return "none";
        }

        @Override
        public String getArtifactId() {
            return "none";
        }
    }
}
