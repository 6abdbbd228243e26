package sc.fiji.fastsam.io.tiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OmeFilesTest {

    @TempDir private Path folder;

    @Test
    void eachFileNamesAllInTheOrderOfTheirPlanes() throws IOException {
        List<Path> files = OmeSample.write(folder, "c.ome.tif", "a.ome.tif", "b.ome.tif");
        for (Path file : files) {
            assertEquals(files, OmeFiles.of(file));
        }
        try (TiffSource source = TiffSource.open(files.get(1))) {
            assertEquals(List.of("Its planes lie in 3 files beside each other."), source.notes());
        }
    }

    @Test
    void ofTheFilesThatAreThereTheFirstStandsForTheOthers() throws IOException {
        List<Path> files = OmeSample.write(folder, "c.tif", "a.tif", "b.tif");
        Path other = Files.writeString(folder.resolve("d.tif"), "no image");
        assertEquals(
                Map.of(files.get(0), List.of(files.get(1), files.get(2))),
                OmeFiles.ofSeveral(files));
        assertEquals(
                Map.of(files.get(1), List.of(files.get(0), files.get(2))),
                OmeFiles.ofSeveral(List.of(other, files.get(2), files.get(1))));
        assertEquals(
                Map.of(files.get(2), List.of(files.get(0), files.get(1))),
                OmeFiles.ofSeveral(List.of(files.get(2))));
    }

    @Test
    void theFileThatDescribesAnImageIsOneOfIts() throws IOException {
        String xml = "<OME xmlns=\"http://x\"><BinaryOnly MetadataFile=\"c.companion.ome\"/></OME>";
        Path tiff =
                new TiffBuilder()
                        .page(3, 2, new byte[6])
                        .text(Tags.DESCRIPTION, xml)
                        .write(folder.resolve("c.ome.tif"));
        assertEquals(Map.of(), OmeFiles.ofSeveral(List.of(tiff)));
        Path companion =
                Files.writeString(
                        folder.resolve("c.companion.ome"),
                        "<OME xmlns=\"http://x\"><Image ID=\"Image:0\"><Pixels SizeX=\"3\" SizeY=\"2\""
                                + " SizeC=\"1\" SizeT=\"1\" SizeZ=\"1\" DimensionOrder=\"XYZCT\""
                                + " Type=\"uint8\"><TiffData><UUID"
                                + " FileName=\"c.ome.tif\">urn:uuid:c</UUID></TiffData></Pixels></Image>"
                                + "</OME>");
        assertEquals(Map.of(tiff, List.of(companion)), OmeFiles.ofSeveral(List.of(tiff)));
    }

    @Test
    void aFileThatWasRenamedStandsForItself() throws IOException {
        List<Path> files = OmeSample.write(folder, "a.ome.tif", "b.ome.tif");
        Path renamed = Files.move(files.get(0), folder.resolve("z.ome.tif"));
        assertEquals(List.of(renamed, files.get(1)), OmeFiles.of(renamed));
    }

    @Test
    void anImageInOneFileAndWhatIsNoneStandAlone() throws IOException {
        Path alone = OmeSample.write(folder, "a.ome.tif").get(0);
        Path text = Files.writeString(folder.resolve("b.ome.tif"), "no image");
        Path missing = folder.resolve("c.ome.tif");
        for (Path file : List.of(alone, text, missing)) {
            assertEquals(List.of(file), OmeFiles.of(file));
        }
    }
}
