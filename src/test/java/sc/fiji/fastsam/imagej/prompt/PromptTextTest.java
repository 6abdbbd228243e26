package sc.fiji.fastsam.imagej.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.prompt.BoxPrompt;
import sc.fiji.fastsam.prompt.PointPrompt;
import sc.fiji.fastsam.prompt.Role;

class PromptTextTest {

    @Test
    void pointsAreSeparatedBySemicolons() {
        assertEquals(
                List.of(
                        new PointPrompt("point1", 120, 88, Role.FOREGROUND),
                        new PointPrompt("point2", 301.5, 40, Role.FOREGROUND)),
                PromptText.points("120,88; 301.5, 40 ;", Role.FOREGROUND));
        assertEquals(
                List.of(new PointPrompt("background1", 3, 4, Role.BACKGROUND)),
                PromptText.points(" 3 4 ", Role.BACKGROUND));
    }

    @Test
    void boxesAreCornerAndSides() {
        assertEquals(
                List.of(BoxPrompt.of("box1", 10, 11, 60, 80), BoxPrompt.of("box2", -5, 0, 9, 7)),
                PromptText.boxes("10,11,60,80;-5,0,9,7"));
    }

    @Test
    void blankTextIsNoPrompts() {
        assertEquals(List.of(), PromptText.points("", Role.FOREGROUND));
        assertEquals(List.of(), PromptText.boxes(" ; "));
        assertEquals(List.of(), PromptText.boxes(null));
    }

    @Test
    void anEntryOfTheWrongFormIsQuoted() {
        Exception e =
                assertThrows(
                        IllegalArgumentException.class,
                        () -> PromptText.points("120,88; 301", Role.FOREGROUND));
        assertEquals(
                "points must be entries of x,y in pixels, separated by \";\", as \"120,88;"
                        + " 301,40\", but one was \"301\".",
                e.getMessage());
        Exception f =
                assertThrows(IllegalArgumentException.class, () -> PromptText.boxes("1,2,three,4"));
        assertEquals(
                "boxes must be entries of x,y,width,height in pixels, separated by \";\", as"
                        + " \"10,10,60,80; 200,40,35,35\", but one was \"1,2,three,4\".",
                f.getMessage());
    }
}
