package sc.fiji.fastsam.imagej.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Prompt;
import sc.fiji.fastsam.prompt.Role;

class TypedPromptsTest {

    private static final List<Prompt> PROMPTS =
            List.of(
                    new PointPrompt("point1", 120.5, 88.9, Role.FOREGROUND),
                    new BoxPrompt("box1", new Box(10, 20.25f, 70, 100.5f)),
                    new PointPrompt("background1", 7, 0, Role.BACKGROUND),
                    new PointPrompt("point2", 300, 40, Role.FOREGROUND));

    @Test
    void theyAreWrittenAsAUserTypesThem() {
        assertEquals(
                new TypedPrompts("120,88; 300,40", "7,0", "10,20.25,60,80.25"),
                TypedPrompts.of(PromptList.everywhere(PROMPTS).prompts()));
        assertEquals(new TypedPrompts("", "", ""), TypedPrompts.of(List.of()));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        TypedPrompts typed = TypedPrompts.of(PromptList.everywhere(PROMPTS).prompts());
        PromptList read = PromptList.typed(typed.points(), typed.background(), typed.boxes());
        assertEquals(typed, TypedPrompts.of(read.prompts()));
        assertEquals(
                List.of("point1", "point2", "background1", "box1"),
                read.prompts().stream().map(entry -> entry.prompt().name()).toList());
    }
}
