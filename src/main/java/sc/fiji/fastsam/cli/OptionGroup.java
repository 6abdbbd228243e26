package sc.fiji.fastsam.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import sc.fiji.fastsam.settings.NumberRange;
import sc.fiji.fastsam.settings.Setting;
import sc.fiji.fastsam.settings.Settings;

/** A group of options made from declared settings: names, help, defaults and values are theirs. */
final class OptionGroup {

    private final String heading;
    private final List<OptionSpec> options = new ArrayList<>();
    private final List<Setting<?>> settings;
    private final Map<Setting<?>, String> texts = new HashMap<>();

    /** Options for those of the settings that have one. */
    OptionGroup(String heading, List<Setting<?>> settings) {
        this.heading = heading;
        this.settings = settings.stream().filter(setting -> setting.option().isPresent()).toList();
        this.settings.forEach(setting -> options.add(option(setting)));
    }

    /** With a further option, which is no setting. */
    OptionGroup with(OptionSpec option) {
        options.add(option);
        return this;
    }

    /** The group in the model of a command. */
    ArgGroupSpec spec(int order) {
        ArgGroupSpec.Builder group =
                ArgGroupSpec.builder().heading("%n" + heading + ":%n").order(order).validate(false);
        // NB: a loop, as references to picocli's methods keep its types out of the archive of
        // classes.
        for (OptionSpec option : options) {
            group.addArg(option);
        }
        return group.build();
    }

    /**
     * What the user gave.
     *
     * @throws IllegalArgumentException if a text is no value of its setting, or out of its range;
     *     names the option
     */
    Settings values() {
        Settings values = Settings.DEFAULT;
        for (Setting<?> setting : settings) {
            if (texts.containsKey(setting)) {
                values = with(values, setting);
            }
        }
        return values;
    }

    private <T> Settings with(Settings values, Setting<T> setting) {
        return values.with(setting, setting.asOption().parse(texts.get(setting)));
    }

    private OptionSpec option(Setting<?> setting) {
        OptionSpec.Builder option =
                OptionSpec.builder(setting.asOption().key())
                        .description(description(setting.asOption()).replace("%", "%%"));
        ISetter setter = new Setter(setting);
        return setting.isFlag()
                ? option.type(Boolean.class)
                        .arity("0")
                        .negatable(true)
                        .defaultValue(setting.standardText())
                        .fallbackValue("true")
                        .setter(setter)
                        .build()
                : option.type(String.class).paramLabel(paramLabel(setting)).setter(setter).build();
    }

    private static String paramLabel(Setting<?> setting) {
        return setting.unit().isEmpty() ? setting.range().toString() : setting.unit();
    }

    /** "Where the network runs. One of auto, cpu (default: auto)." */
    private static String description(Setting<?> setting) {
        String choices = setting.choices().isEmpty() ? "" : ". One of " + setting.values();
        String help = setting.help().replaceAll("\\.$", "");
        for (String choice : setting.choices()) {
            help = help.replace(choice.replace('-', '_'), choice);
        }
        return help + choices + standard(setting) + ".";
    }

    private static String standard(Setting<?> setting) {
        String standard =
                setting.isFlag()
                        ? setting.standard().equals(true) ? "on" : "off"
                        : setting.standardText();
        NumberRange range = setting.range();
        String others = range.orZero() ? ", else " + range.others() : "";
        return standard.isEmpty() ? "" : " (default: " + standard + others + ")";
    }

    private final class Setter implements ISetter {
        private final Setting<?> setting;

        Setter(Setting<?> setting) {
            this.setting = setting;
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T set(T value) {
            return (T) (value == null ? texts.remove(setting) : texts.put(setting, "" + value));
        }
    }
}
