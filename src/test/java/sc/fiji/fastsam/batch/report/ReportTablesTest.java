package sc.fiji.fastsam.batch.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTablesTest {

    @TempDir private Path folder;

    @Test
    void aFileWhoseNameIsAFormulaIsAPathToItInTheReport() throws IOException {
        RunFiles run = RunFiles.of(folder);
        Map<String, Object> cells =
                ReportCells.of("=HYPERLINK(1).tif", FileStatus.FAILED, "=1 is no image.");
        ReportFiles.write(List.of(FileReport.bare("x", FileStatus.FAILED, cells)), run);
        assertEquals(
                "file,status,objects,notes,error,levels,typical_diameter_px,typical_diameter,"
                        + "diameter_unit,confidence\n"
                        + "./=HYPERLINK(1).tif,failed,0,,'=1 is no image.,,,,,\n",
                Files.readString(run.csv()));
    }

    @Test
    void theTableOfAllObjectsHasTheColumnsOfAllTablesAndNoFormulas() throws IOException {
        Map<String, Path> tables = new LinkedHashMap<>();
        tables.put("=a.tif", table("a", "label,x\n1,-2.5\n2,3\n"));
        tables.put("b.tif", table("b", "label,x,similarity\n1,4,'=x\n"));
        Path all = folder.resolve("objects.csv");
        ObjectsTable.write(tables, all);
        assertEquals(
                "image,label,x,similarity\n./=a.tif,1,-2.5,\n./=a.tif,2,3,\nb.tif,1,4,'=x\n",
                Files.readString(all));
    }

    private Path table(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name + "-objects.csv"), text);
    }
}
