package sc.fiji.fastsam.batch.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a report says of one file.
 *
 * @param name what the names of its results begin with
 * @param status what became of it
 * @param cells values by column, in order: texts, numbers, lists of texts
 * @param areas of its objects
 * @param picture a small JPEG of the image, and beside it with outlines, in Base64; empty if none
 */
public record FileReport(
        String name,
        FileStatus status,
        Map<String, Object> cells,
        AreaCounts areas,
        String picture) {

    /** Copies the cells. */
    public FileReport {
        cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    }

    /** A file that has neither objects nor a picture. */
    public static FileReport bare(String name, FileStatus status, Map<String, Object> cells) {
        return new FileReport(name, status, cells, AreaCounts.NONE, "");
    }

    /** The same of a file that lies elsewhere now. */
    public FileReport at(String file) {
        Map<String, Object> moved = new LinkedHashMap<>(cells);
        moved.put(ReportCells.FILE, file);
        return new FileReport(name, status, moved, areas, picture);
    }

    /** The same with other notes. */
    public FileReport withNotes(List<String> notes) {
        Map<String, Object> changed = new LinkedHashMap<>(cells);
        changed.put(ReportCells.NOTES, List.copyOf(notes));
        return new FileReport(name, status, changed, areas, picture);
    }

    /** Number of objects in its results. */
    public int objects() {
        return cells.get(ReportCells.OBJECTS) instanceof Number n ? n.intValue() : 0;
    }

    /** What a user should know of the result. */
    public List<String> notes() {
        return cells.get(ReportCells.NOTES) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Why it failed; empty if it did not. */
    public String error() {
        return String.valueOf(cells.getOrDefault(ReportCells.ERROR, ""));
    }
}
