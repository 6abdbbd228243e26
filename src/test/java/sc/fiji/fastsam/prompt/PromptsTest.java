package sc.fiji.fastsam.prompt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.geometry.Box;

class PromptsTest {

    @Test
    void promptsAreNamedByKindAndPlace() {
        Prompts prompts =
                Prompts.point(1, 2).andBackground(3, 4).andBox(5, 6, 7, 8).andPoint(9, 10);
        assertEquals(
                List.of("point1", "background1", "box1", "point2"),
                prompts.prompts().stream().map(Prompt::name).toList());
        assertEquals("2 points, 1 background point, 1 box", prompts.toString());
        assertEquals("no prompts", Prompts.none().toString());
    }

    @Test
    void givenNamesAreNotGivenAgain() {
        Prompts prompts =
                Prompts.none()
                        .and(new PointPrompt("point2", 1, 1, Role.FOREGROUND))
                        .andPoint(2, 2)
                        .andPoint(3, 3);
        assertEquals(
                List.of("point2", "point3", "point4"),
                prompts.prompts().stream().map(Prompt::name).toList());
    }

    @Test
    void whiteSpaceInNamesBecomesAnUnderscore() {
        assertEquals("left_cell", BoxPrompt.of(" left  cell ", 0, 0, 1, 1).name());
        assertThrows(IllegalArgumentException.class, () -> BoxPrompt.of(" ", 0, 0, 1, 1));
    }

    @Test
    void aBoxWithoutAreaIsAnErrorThatNamesIt() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> BoxPrompt.of("b", 5, 5, 0, 3));
        assertEquals(
                "The sides of box 'b' must be greater than 0, but were 0.0 x 3.0.", e.getMessage());
    }

    @Test
    void coordinatesThatAreNoNumbersAreErrors() {
        Exception e =
                assertThrows(IllegalArgumentException.class, () -> Prompts.point(Double.NaN, 3));
        assertTrue(e.getMessage().contains("'point1' must be finite numbers, but were NaN, 3.0"));
        assertThrows(
                IllegalArgumentException.class,
                () -> BoxPrompt.of("b", 0, Double.POSITIVE_INFINITY, 3, 3));
    }

    @Test
    void aPointsPixelIsTheOneThatHoldsIt() {
        PointPrompt point = new PointPrompt("p", 2.99, -0.01, Role.FOREGROUND);
        assertEquals(2, point.column());
        assertEquals(-1, point.row());
    }

    @Test
    void movedPromptsKeepNameAndRole() {
        assertEquals(
                new PointPrompt("p", 3, 1, Role.BACKGROUND),
                new PointPrompt("p", 1, 2, Role.BACKGROUND).translate(2, -1));
        assertEquals(
                new BoxPrompt("b", new Box(3, 0, 7, 6)),
                BoxPrompt.of("b", 1, 1, 4, 6).translate(2, -1));
        assertEquals("q", BoxPrompt.of("b", 1, 1, 4, 6).withName("q").name());
    }
}
