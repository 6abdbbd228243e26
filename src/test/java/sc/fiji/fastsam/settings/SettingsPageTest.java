package sc.fiji.fastsam.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** docs/settings.md is made of the declarations. */
class SettingsPageTest {

    private static final Path PAGE = Path.of("docs", "settings.md");

    private static final String INTRODUCTION =
            """
            # Settings

            Every setting with its macro key, its option of the [command line](cli.md), its values, \
            its default and its unit; 0.5 and the like are shares, IoU is the area that two things \
            share by the area of both together. Macros and scripts write `key=value \
            key=[two words]`, and a key left out has its default: see [macros](macros.md). Made of \
            the code by `mvn test -Dtest=SettingsPageTest -Dfastsam.docs=write`.
            """;

    @Test
    void thePageSaysWhatTheDeclarationsSay() throws IOException {
        StringBuilder page = new StringBuilder(INTRODUCTION);
        for (SettingKeys.Group group : SettingKeys.groups()) {
            page.append("\n## ").append(group.title()).append("\n\n");
            page.append("| key | option | values | default | in dialogs | meaning |\n");
            page.append("|---|---|---|---|---|---|\n");
            group.settings().forEach(setting -> page.append(row(setting)));
        }
        if ("write".equals(System.getProperty("fastsam.docs"))) {
            Files.writeString(PAGE, page);
        } else {
            assertEquals(
                    page.toString(),
                    Files.exists(PAGE) ? Files.readString(PAGE) : "",
                    "Renew it: mvn test -Dtest=SettingsPageTest -Dfastsam.docs=write");
        }
    }

    private static String row(Setting<?> setting) {
        return "| "
                + String.join(
                        " | ",
                        code(setting.key()),
                        code(setting.option().orElse("")),
                        setting.values(),
                        code(setting.standardText()),
                        setting.label(),
                        setting.help())
                + " |\n";
    }

    private static String code(String text) {
        return text.isEmpty() ? "" : "`" + text + "`";
    }
}
