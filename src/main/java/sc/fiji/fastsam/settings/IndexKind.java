package sc.fiji.fastsam.settings;

import java.util.Optional;

/** The kind of settings that choose slices, frames or channels by their numbers. */
final class IndexKind implements SettingKind<IndexRange> {

    static Setting<IndexRange> setting(String key) {
        return Setting.of(key, IndexRange.SHOWN, new IndexKind());
    }

    @Override
    public Optional<IndexRange> parse(String text) {
        return IndexRange.parse(text);
    }

    @Override
    public String noun() {
        return "\"all\", \"shown\", or numbers from 1 on and ranges of them with commas between, as 1,4,7-9";
    }

    @Override
    public String values() {
        return "shown, all, 1,4,7-9";
    }
}
