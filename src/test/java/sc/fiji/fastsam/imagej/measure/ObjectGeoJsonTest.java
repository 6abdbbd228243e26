package sc.fiji.fastsam.imagej.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import ij.IJ;
import ij.ImagePlus;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.testing.Drawn;

class ObjectGeoJsonTest {

    private static final SegmentedObject PIXEL = Drawn.object(0.75, Drawn.mask(3, 2, "#"));
    private static final SegmentedObject PARTS = Drawn.object(0.5, Drawn.mask(6, 1, "#.", ".#"));
    private static final SegmentedObject RING =
            Drawn.object(0.5, Drawn.mask(0, 0, "###", "#.#", "###"));

    @Test
    void aFeatureHasOutlineNameAndMeasuresAndALineOfItsOwn() throws IOException {
        ImagePlus imp = IJ.createImage("flat", "8-bit black", 12, 10, 1);
        imp.getProcessor().add(7);
        imp.getCalibration().pixelWidth = 0.5;
        imp.getCalibration().setUnit("um");
        MeasuredObject row =
                MeasuredObjects.of(List.of(PIXEL), plane(imp, 1)).get(0).withPrompts(List.of("p1"));
        StringBuilder text = new StringBuilder();
        ObjectGeoJson.write(List.of(row), "µm", text);
        List<String> lines = text.toString().lines().toList();
        assertEquals("{\"type\":\"FeatureCollection\",\"features\":[", lines.get(0));
        assertEquals("]}", lines.get(2));
        String expected =
                "{'type':'Feature','geometry':{'type':'Polygon','coordinates':"
                        + "[[[3,2],[4,2],[4,3],[3,3],[3,2]]]},'properties':{'objectType':'detection',"
                        + "'name':'obj0001-0.75','label':1,'prompts':'p1','channel':1,'slice':1,'frame':1,'unit':'µm',"
                        + "'measurements':{'label':1,'score':0.75,'box_x0':3,'box_y0':2,'box_x1':4,'box_y1':3,'area_px':1,'area':0.5,'mean':7,";
        assertEquals(expected.replace('\'', '"'), lines.get(1).substring(0, expected.length()));
    }

    @Test
    void partsAreAMultiPolygonAndHolesFollowTheirShell() throws IOException {
        ImagePlus imp = IJ.createImage("flat", "8-bit black", 12, 10, 1);
        JsonArray features = features(MeasuredObjects.of(List.of(PARTS, RING), plane(imp, 1)));
        JsonObject parts = geometry(features, 0);
        assertEquals("MultiPolygon", parts.get("type").getAsString());
        assertEquals(2, parts.getAsJsonArray("coordinates").size());
        JsonObject ring = geometry(features, 1);
        assertEquals("Polygon", ring.get("type").getAsString());
        assertEquals(2, ring.getAsJsonArray("coordinates").size());
        assertFalse(ring.has("plane"));
    }

    @Test
    void onAFurtherSliceTheGeometryHasItsPlane() throws IOException {
        ImagePlus imp = IJ.createImage("stack", "8-bit", 12, 10, 3);
        JsonArray features = features(MeasuredObjects.of(List.of(PIXEL), plane(imp, 3)));
        assertEquals("{\"c\":-1,\"z\":2,\"t\":0}", geometry(features, 0).get("plane").toString());
    }

    @Test
    void withoutObjectsTheCollectionIsEmpty() throws IOException {
        assertEquals(0, features(List.of()).size());
    }

    /** Standard deviation of one pixel is 0, but a mean of NaN pixels is no number. */
    @Test
    void measuresWithoutValueAreLeftOut() throws IOException {
        ImagePlus imp = IJ.createImage("nan", "32-bit", 12, 10, 1);
        imp.getProcessor().setf(3, 2, Float.NaN);
        JsonObject measures =
                features(MeasuredObjects.of(List.of(PIXEL), plane(imp, 1)))
                        .get(0)
                        .getAsJsonObject()
                        .getAsJsonObject("properties")
                        .getAsJsonObject("measurements");
        assertFalse(measures.has("mean"), measures.toString());
        assertFalse(measures.has("similarity"));
        assertEquals(1, measures.get("area").getAsInt());
    }

    private static MeasuredPlane plane(ImagePlus imp, int slice) {
        return MeasuredPlane.of(imp, new PlanePosition(1, slice, 1));
    }

    private static JsonArray features(List<MeasuredObject> rows) throws IOException {
        StringBuilder text = new StringBuilder();
        ObjectGeoJson.write(rows, "pixel", text);
        return JsonParser.parseString(text.toString()).getAsJsonObject().getAsJsonArray("features");
    }

    private static JsonObject geometry(JsonArray features, int i) {
        return features.get(i).getAsJsonObject().getAsJsonObject("geometry");
    }
}
