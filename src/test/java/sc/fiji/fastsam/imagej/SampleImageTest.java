package sc.fiji.fastsam.imagej;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ij.ImagePlus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SampleImageTest {

    @Test
    void everyImageOfTheMenuIsInTheJar() throws IOException {
        String menu = Files.readString(Path.of("src/main/resources/plugins.config"));
        Matcher sample = Pattern.compile("SampleImage:(.*?)\"").matcher(menu);
        int count = 0;
        for (; sample.find(); count++) {
            ImagePlus image = SampleImage.open(sample.group(1));
            assertEquals(sample.group(1), image.getTitle());
            assertTrue(image.getWidth() >= 384, image.toString());
        }
        assertEquals(3, count);
    }

    @Test
    void theNucleiKeepTheirSixteenBits() throws IOException {
        assertEquals(16, SampleImage.open("nuclei.tif").getBitDepth());
    }

    @Test
    void anImageThatIsNotThereIsNamed() {
        Exception e = assertThrows(IOException.class, () -> SampleImage.open("moon.tif"));
        assertTrue(e.getMessage().contains("\"moon.tif\""), e.getMessage());
    }
}
