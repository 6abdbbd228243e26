package sc.fiji.fastsam.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ij.IJ;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.prompt.PromptList;

class PromptCountTest {

    @Test
    void whatWasUnderstoodIsCountedByKind() {
        assertEquals(
                "3 points, 2 background points, 1 rectangle",
                PromptCount.text(PromptList.typed("1,2; 3,4; 5,6", "7,8; 9,1", "1,2,3,4")));
        assertEquals("1 point", PromptCount.text(PromptList.typed("1,2", "", "")));
    }

    @Test
    void channelsInWordsCarryTheirNumbers() {
        assertEquals(
                "[active channel (-1), as displayed (0), channel (1), channel (2)]",
                ChannelWords.of(IJ.createHyperStack("two", 4, 3, 2, 1, 1, 8)).toString());
    }
}
