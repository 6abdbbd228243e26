package sc.fiji.fastsam.imagej.measure;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.Border;
import sc.fiji.fastsam.imagej.roi.PixelPolygon;

/**
 * Objects as GeoJSON (RFC 7946), as QuPath from 0.4 on imports them: a feature collection with a
 * feature an object, a line each. Coordinates are pixels, origin at the upper left corner of the
 * image, y downwards. A geometry that is not on the first slice of the first frame has QuPath's
 * {@code plane} with z and t counted from 0 and c = -1, all channels; as other readers leave that
 * out, its properties have channel, slice and frame, counted from 1. Measures are those of {@link
 * ObjectCsv}.
 */
public final class ObjectGeoJson {

    private ObjectGeoJson() {}

    /**
     * Writes the collection; leaves the target open.
     *
     * @param unit of the image's lengths, as "µm"
     */
    public static void write(List<MeasuredObject> objects, String unit, Appendable out)
            throws IOException {
        out.append("{\"type\":\"FeatureCollection\",\"features\":[");
        String between = "\n";
        for (MeasuredObject object : objects) {
            out.append(between).append(feature(object, unit));
            between = ",\n";
        }
        out.append("\n]}\n");
    }

    private static String feature(MeasuredObject object, String unit) throws IOException {
        StringWriter text = new StringWriter();
        JsonWriter json = new JsonWriter(text);
        json.beginObject();
        json.name("type").value("Feature");
        json.name("geometry");
        geometry(object, json);
        json.name("properties");
        properties(object, unit, json);
        json.endObject();
        return text.toString();
    }

    private static void geometry(MeasuredObject object, JsonWriter json) throws IOException {
        List<PixelPolygon> polygons = PixelPolygon.of(object.object().mask());
        json.beginObject();
        json.name("type").value(polygons.size() == 1 ? "Polygon" : "MultiPolygon");
        json.name("coordinates");
        if (polygons.size() == 1) {
            polygon(polygons.get(0), json);
        } else {
            json.beginArray();
            for (PixelPolygon polygon : polygons) {
                polygon(polygon, json);
            }
            json.endArray();
        }
        plane(object.position(), json);
        json.endObject();
    }

    private static void polygon(PixelPolygon polygon, JsonWriter json) throws IOException {
        json.beginArray();
        ring(polygon.shell(), json);
        for (Border hole : polygon.holes()) {
            ring(hole, json);
        }
        json.endArray();
    }

    /** NB: the first point comes again at the end. */
    private static void ring(Border border, JsonWriter json) throws IOException {
        int count = border.x().length;
        json.beginArray();
        for (int i = 0; i <= count; i++) {
            json.beginArray();
            json.value(border.x()[i % count]).value(border.y()[i % count]);
            json.endArray();
        }
        json.endArray();
    }

    private static void plane(PlanePosition position, JsonWriter json) throws IOException {
        if (position.slice() == 1 && position.frame() == 1) {
            return;
        }
        json.name("plane").beginObject();
        json.name("c").value(-1);
        json.name("z").value(position.slice() - 1);
        json.name("t").value(position.frame() - 1);
        json.endObject();
    }

    private static void properties(MeasuredObject object, String unit, JsonWriter json)
            throws IOException {
        json.beginObject();
        json.name("objectType").value("detection");
        json.name("name").value(object.name());
        json.name("label").value(object.label());
        if (!object.prompts().isEmpty()) {
            json.name("prompts").value(String.join(" ", object.prompts()));
        }
        json.name("channel").value(object.position().channel());
        json.name("slice").value(object.position().slice());
        json.name("frame").value(object.position().frame());
        json.name("unit").value(unit);
        json.name("measurements").beginObject();
        for (Map.Entry<String, String> number : ObjectCsv.numbers(object).entrySet()) {
            json.name(number.getKey()).jsonValue(number.getValue());
        }
        json.endObject();
        json.endObject();
    }
}
