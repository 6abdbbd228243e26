package sc.fiji.fastsam.settings;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Kinds of settings that have no limits. */
final class PlainKinds {

    private PlainKinds() {}

    static Setting<Boolean> flag(String key, boolean standard) {
        return Setting.of(key, standard, new Flag());
    }

    static Setting<String> text(String key) {
        return text(key, "");
    }

    static Setting<String> text(String key, String standard) {
        return Setting.of(key, standard, new Text());
    }

    /** A path, or nothing. */
    static Setting<Optional<Path>> file(String key) {
        return Setting.of(key, Optional.empty(), new File());
    }

    private static final class Flag implements SettingKind<Boolean> {
        @Override
        public Optional<Boolean> parse(String text) {
            return switch (text.strip().toLowerCase(Locale.ROOT)) {
                case "true", "1", "1.0", "yes" -> Optional.of(true);
                case "false", "0", "0.0", "no" -> Optional.of(false);
                default -> Optional.empty();
            };
        }

        @Override
        public String noun() {
            return "true or false";
        }

        @Override
        public String values() {
            return "true, false";
        }
    }

    private static final class Text implements SettingKind<String> {
        @Override
        public Optional<String> parse(String text) {
            return Optional.of(text);
        }

        /** NB: macros and journals would read a part of it back. */
        @Override
        public void check(String key, String value) {
            if (!KeyValues.hasBracketsInPairs(value)) {
                throw new IllegalArgumentException(
                        key
                                + " has a bracket without its other half: \""
                                + value
                                + "\". Add a [ or ], or take the bracket out.");
            }
        }

        @Override
        public String noun() {
            return "a text";
        }

        @Override
        public String values() {
            return "text";
        }
    }

    private static final class File implements SettingKind<Optional<Path>> {
        @Override
        public Optional<Optional<Path>> parse(String text) {
            return Optional.of(text.isBlank() ? Optional.empty() : Optional.of(Path.of(text)));
        }

        /** NB: there is no way to write it that macros read back. */
        @Override
        public void check(String key, Optional<Path> value) {
            if (!KeyValues.isReadBack(text(value))) {
                throw new IllegalArgumentException(
                        key
                                + " has a bracket without its other half and a quotation mark ': \""
                                + text(value)
                                + "\". Rename the file or folder.");
            }
        }

        @Override
        public String noun() {
            return "a path";
        }

        @Override
        public String values() {
            return "path";
        }

        @Override
        public String text(Optional<Path> value) {
            return value.map(path -> path.toString().replace('\\', '/')).orElse("");
        }
    }
}
