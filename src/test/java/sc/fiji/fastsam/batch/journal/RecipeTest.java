package sc.fiji.fastsam.batch.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class RecipeTest {

    @Test
    void changesAreToldSettingBySetting() {
        Recipe before = new Recipe("diameter=20 nested=outer", "abc", "1.0");
        Recipe now = new Recipe("diameter=30 smooth=true", "def", "1.1");
        assertEquals(
                List.of(
                        "diameter 20 -> 30",
                        "nested outer -> default",
                        "smooth default -> true",
                        "another network",
                        "version 1.0 -> 1.1"),
                now.changesFrom(before));
        assertEquals(List.of(), now.changesFrom(now));
        before = new Recipe("diameter=20 smooth=true", "abc", "1");
        now = new Recipe("smooth=true diameter=20", "abc", "1");
        assertEquals(List.of("settings"), now.changesFrom(before));
        Recipe version = new Recipe("smooth=true diameter=30", "abc", "1");
        assertEquals(List.of("diameter 20 -> 30"), version.changesFrom(before));
    }

    @Test
    void ofFilesOnlyIsSaidThatTheyAreOthers() {
        Recipe before = new Recipe("prompts=" + "0a".repeat(32), "", "");
        Recipe now = new Recipe("prompts=" + "1b".repeat(32), "", "");
        assertEquals(List.of("other prompts"), now.changesFrom(before));
        assertEquals(List.of("other prompts"), new Recipe("", "", "").changesFrom(before));
        assertEquals(List.of("other prompts"), before.changesFrom(new Recipe("", "", "")));
    }

    @Test
    void settingsThatCannotBeReadAreOthersAllTheSame() {
        Recipe before = new Recipe("a=[b", "", "");
        assertEquals(
                List.of("settings a=[b -> default"), new Recipe("", "", "").changesFrom(before));
    }

    @Test
    void theHashIsShortAndGoesWithTheSettingsAlone() {
        Recipe recipe = new Recipe("diameter=20", "abc", "1");
        assertEquals(16, recipe.settingsHash().length());
        assertEquals(recipe.settingsHash(), new Recipe("diameter=20", "def", "2").settingsHash());
        assertNotEquals(
                recipe.settingsHash(), new Recipe("diameter=21", "abc", "1").settingsHash());
    }
}
