package sc.fiji.fastsam.imagej.measure;

import ij.gui.Roi;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import sc.fiji.fastsam.imagej.PlanePosition;
import sc.fiji.fastsam.imagej.roi.RoiPlace;
import sc.fiji.fastsam.mask.SegmentedObject;

/**
 * An object with its measures.
 *
 * @param label id in the label image
 * @param name of its region
 * @param object the object
 * @param position of its plane
 * @param place where its region shows; {@link RoiPlace#EVERYWHERE} without a stack
 * @param prompts names of the prompts that it answers; empty without prompts
 * @param similarity with the word that it is most similar to, -1..1; NaN without words
 * @param mother label of the object that divided into this one and another, 0 = none; nothing where
 *     objects are not linked
 * @param kin in and round which objects it lies; nothing where the plane has one level
 * @param measures of its pixels and its outline
 * @param channels of its values in further channels, by their numbers; empty where none were asked
 */
public record MeasuredObject(
        int label,
        String name,
        SegmentedObject object,
        PlanePosition position,
        RoiPlace place,
        List<String> prompts,
        double similarity,
        OptionalInt mother,
        Optional<Kin> kin,
        ObjectMeasures measures,
        List<ChannelMeasures> channels) {

    /**
     * Objects of other levels.
     *
     * @param parent label of the object that holds this one, 0 = none
     * @param children number of the objects that this one holds
     */
    public record Kin(int parent, int children) {

        /** In no object, and round none. */
        static final Kin NONE = new Kin(0, 0);
    }

    static MeasuredObject of(int label, SegmentedObject object, Roi roi, MeasuredPlane plane) {
        return new MeasuredObject(
                label,
                roi.getName(),
                object,
                plane.position(),
                plane.place(),
                List.of(),
                Double.NaN,
                OptionalInt.empty(),
                Optional.empty(),
                ObjectMeasures.of(object.mask(), roi, plane),
                List.of());
    }

    /** The value of a measure, NaN where an object has none. */
    public double get(Measure measure) {
        return measures.get(measure);
    }

    /** Number of the pixels that {@link Measure#MEAN} is of: neither NaN nor infinite. */
    public long values() {
        return measures.values();
    }

    /** The same object as the answer to prompts. */
    public MeasuredObject withPrompts(List<String> names) {
        return with(name, names, similarity, mother, kin, channels);
    }

    /** The same object with its similarity to a word, -1..1. */
    public MeasuredObject withSimilarity(double cosine) {
        return with(name, prompts, cosine, mother, kin, channels);
    }

    /** The same object with another name of its region. */
    public MeasuredObject withName(String other) {
        return with(other, prompts, similarity, mother, kin, channels);
    }

    /** The same object of a linked stack. */
    public MeasuredObject withMother(int other) {
        return with(name, prompts, similarity, OptionalInt.of(other), kin, channels);
    }

    /** The same object of a plane of several levels. */
    public MeasuredObject withKin(Kin other) {
        return with(name, prompts, similarity, mother, Optional.of(other), channels);
    }

    /** The same object with its measures in further channels. */
    public MeasuredObject withChannels(List<ChannelMeasures> others) {
        return with(name, prompts, similarity, mother, kin, List.copyOf(others));
    }

    private MeasuredObject with(
            String itsName,
            List<String> itsPrompts,
            double itsSimilarity,
            OptionalInt itsMother,
            Optional<Kin> itsKin,
            List<ChannelMeasures> itsChannels) {
        return new MeasuredObject(
                label,
                itsName,
                object,
                position,
                place,
                itsPrompts,
                itsSimilarity,
                itsMother,
                itsKin,
                measures,
                itsChannels);
    }
}
