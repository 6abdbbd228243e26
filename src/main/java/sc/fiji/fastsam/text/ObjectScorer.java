package sc.fiji.fastsam.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.image.RgbPlane;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.Counted;

/**
 * Compares objects with words. Embeddings of crops and of texts are taken from a cache or left
 * there: other words on the same objects do not run the image network.
 *
 * <pre>{@code
 * try (var clip = ClipEncoders.open(ClipFiles.in(folder), DeviceRequest.AUTO)) {
 *     TextScores scores = new ObjectScorer(clip).score(planes, objects, TextQuery.of("ring"));
 *     scores.matches();
 * }
 * }</pre>
 */
public final class ObjectScorer {

    private final ClipEncoders clip;
    private final CropStyle style;
    private final EmbeddingCache cache;

    /** With the crops and the cache that are usual. */
    public ObjectScorer(ClipEncoders clip) {
        this(clip, CropStyle.MASKED, EmbeddingCache.shared());
    }

    /**
     * @param clip stays open; its user closes it
     * @param style what of an object's surroundings is seen
     * @param cache of embeddings
     */
    public ObjectScorer(ClipEncoders clip, CropStyle style, EmbeddingCache cache) {
        this.clip = clip;
        this.style = style;
        this.cache = cache;
    }

    /** {@link #score(RgbPlane, List, TextQuery, Progress)} that cannot be canceled. */
    public TextScores score(RgbPlane planes, List<SegmentedObject> objects, TextQuery query) {
        return score(planes, objects, query, Progress.NONE);
    }

    /**
     * Similarities of all objects to all words of the query.
     *
     * @param planes that hold the objects, stretched to 0..1
     * @param objects of these planes; may be none
     * @throws java.util.concurrent.CancellationException soon after the progress says so
     * @throws sc.fiji.fastsam.onnx.InferenceException if a network fails
     */
    public TextScores score(
            RgbPlane planes, List<SegmentedObject> objects, TextQuery query, Progress progress) {
        WordEmbeddings texts = new WordEmbeddings(clip, cache, query.templates());
        List<float[]> words = texts.of(query.words(), progress::isCanceled);
        List<float[]> not = texts.of(query.not(), progress::isCanceled);
        double[][] wanted = new double[objects.size()][];
        double[][] unwanted = new double[objects.size()][];
        for (int first = 0; first < objects.size(); first += ClipEncoders.IMAGES) {
            int end = Math.min(first + ClipEncoders.IMAGES, objects.size());
            List<float[]> seen = embed(planes, objects.subList(first, end), progress);
            for (int i = first; i < end; i++) {
                wanted[i] = similarities(seen.get(i - first), words);
                unwanted[i] = similarities(seen.get(i - first), not);
            }
            progress.update(end, objects.size(), "Comparing objects");
        }
        List<String> notes = notes(texts, query, objects.size());
        return new TextScores(query, wanted, unwanted, notes);
    }

    private static List<String> notes(WordEmbeddings texts, TextQuery query, int objects) {
        List<String> notes = new ArrayList<>(texts.notes());
        if (query.top() > objects) {
            notes.add("top is " + query.top() + ", but there are " + Counted.objects(objects));
        }
        return notes;
    }

    private static double[] similarities(float[] object, List<float[]> words) {
        return words.stream().mapToDouble(word -> Embeddings.dot(object, word)).toArray();
    }

    private List<float[]> embed(RgbPlane planes, List<SegmentedObject> objects, Progress progress) {
        ObjectCrops crops = new ObjectCrops(planes);
        List<List<EmbeddingKey>> keys = new ArrayList<>();
        Map<EmbeddingKey, Picture> missing = new LinkedHashMap<>();
        Map<EmbeddingKey, float[]> known = new LinkedHashMap<>();
        for (SegmentedObject object : objects) {
            List<EmbeddingKey> own = new ArrayList<>();
            for (Picture image : images(crops, object)) {
                EmbeddingKey key = EmbeddingKey.of(clip.imageId(), image);
                cache.get(key)
                        .ifPresentOrElse(e -> known.put(key, e), () -> missing.put(key, image));
                own.add(key);
            }
            keys.add(own);
        }
        known.putAll(run(missing, progress));
        return keys.stream()
                .map(own -> Embeddings.mean(own.stream().map(known::get).toList()))
                .toList();
    }

    private List<Picture> images(ObjectCrops crops, SegmentedObject object) {
        return switch (style) {
            case PLAIN -> List.of(crops.plain(object.mask()));
            case MASKED -> List.of(crops.masked(object.mask()));
            case BOTH -> List.of(crops.plain(object.mask()), crops.masked(object.mask()));
        };
    }

    private Map<EmbeddingKey, float[]> run(Map<EmbeddingKey, Picture> missing, Progress progress) {
        List<float[]> fresh = clip.embedImages(List.copyOf(missing.values()), progress::isCanceled);
        Map<EmbeddingKey, float[]> embeddings = new LinkedHashMap<>();
        int i = 0;
        for (EmbeddingKey key : missing.keySet()) {
            cache.put(key, fresh.get(i));
            embeddings.put(key, fresh.get(i++));
        }
        return embeddings;
    }
}
