package sc.fiji.fastsam.prompt;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import sc.fiji.fastsam.geometry.Box;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.mask.Mask;
import sc.fiji.fastsam.mask.SegmentedObject;
import sc.fiji.fastsam.settings.BoxRule;

/**
 * A box drawn round an object.
 *
 * @param name what results call it; white space becomes "_"
 * @param boxInSource its edges, in source pixels
 */
public record BoxPrompt(String name, Box boxInSource) implements Prompt {

    /** NB: measured (docs/accuracy.md); closer looks bring nothing to what fits better. */
    private static final double GOOD_FIT = 0.9;

    /** Fit and score together. */
    private static final double GOOD_SUM = 1.5;

    /** Share of an object's box that lies in this one where the object does. */
    private static final double HELD = 0.97;

    /** NB: measured (docs/accuracy.md); boxes that are off by 15 % lose nothing. */
    private static final double TIGHT_IOU = 0.75;

    private static final double LOOSE_IOU = 0.5;

    private static final Kind KIND = new Kind("box", "boxes", 2);

    /**
     * @throws IllegalArgumentException if an edge is not finite, a side is not positive or the name
     *     is blank
     */
    public BoxPrompt {
        name = Names.clean(name);
        Box box = boxInSource;
        if (!Float.isFinite(box.x0() + box.y0() + box.x1() + box.y1())) {
            throw new IllegalArgumentException(
                    "The edges of box '" + name + "' must be finite numbers, but were " + box);
        }
        if (box.width() <= 0 || box.height() <= 0) {
            throw new IllegalArgumentException(
                    "The sides of box '"
                            + name
                            + "' must be greater than 0, but were "
                            + (box.x1() - box.x0())
                            + " x "
                            + (box.y1() - box.y0())
                            + ".");
        }
    }

    /** A box by its top left corner and its sides. */
    public static BoxPrompt of(String name, double x, double y, double width, double height) {
        return new BoxPrompt(
                name, new Box((float) x, (float) y, (float) (x + width), (float) (y + height)));
    }

    @Override
    public Kind kind() {
        return KIND;
    }

    @Override
    public BoxPrompt withName(String other) {
        return new BoxPrompt(other, boxInSource);
    }

    /** The same box moved; offsets in source pixels. */
    public BoxPrompt translate(double dx, double dy) {
        return new BoxPrompt(name, boxInSource.translate((float) dx, (float) dy));
    }

    @Override
    public Box extent(Size plane) {
        return boxInSource;
    }

    /** The objects whose own box overlaps it. */
    @Override
    public int[] fitting(Candidates candidates) {
        return candidates.overlapping(boxInSource);
    }

    /** The object with the greatest IoU, of equal ones the best; none below the smallest IoU. */
    @Override
    public Answer answer(Candidates candidates) {
        SegmentedObject best = null;
        double bestIou = 0;
        for (int i : fitting(candidates)) {
            SegmentedObject object = candidates.objects().get(i);
            double iou = iou(object, candidates.settings().boxRule());
            if (iou > bestIou) {
                best = object;
                bestIou = iou;
            }
        }
        return best == null || bestIou < candidates.settings().minBoxIou()
                ? Answer.none(this)
                : Answer.of(this, best, bestIou);
    }

    /**
     * True of an object that fits as well as {@value #GOOD_FIT}. A surer one needs less, the less
     * the higher its score is: there the box is more likely to be off than the object.
     */
    @Override
    public boolean isWellAnswered(Answer answer) {
        return answer.object().map(this::isWellAnsweredBy).orElse(false);
    }

    private boolean isWellAnsweredBy(SegmentedObject object) {
        return fit(object, BoxRule.BOX_IOU) >= GOOD_FIT || sum(object) >= GOOD_SUM;
    }

    @Override
    public boolean isVoted() {
        return true;
    }

    /** What the proposals that fit about best agree on; none below the smallest IoU. */
    @Override
    public Answer vote(Candidates proposals) {
        List<SegmentedObject> near =
                Arrays.stream(fitting(proposals)).mapToObj(proposals.objects()::get).toList();
        if (near.isEmpty()) {
            return Answer.none(this);
        }
        BoxRule rule = proposals.settings().boxRule();
        SegmentedObject agreed = BoxVote.among(near, object -> fit(object, rule));
        double iou = iou(agreed, rule);
        return iou < proposals.settings().minBoxIou()
                ? Answer.none(this)
                : Answer.of(this, agreed, iou);
    }

    /**
     * NB: of a sure object that lies in the box, the box is loose, and what fits it better is
     * background; measured (docs/accuracy.md).
     */
    @Override
    public boolean isBetter(Answer voted, Answer known) {
        return voted.isMatch()
                && known.object()
                        .filter(this::isLooseRound)
                        .map(object -> sum(voted.object().get()) >= sum(object))
                        .orElse(true);
    }

    private boolean isLooseRound(SegmentedObject object) {
        Box box = object.boxInSource();
        return box.iou(boxInSource) < LOOSE_IOU
                && box.intersection(boxInSource).area() >= HELD * box.area();
    }

    private double sum(SegmentedObject object) {
        return fit(object, BoxRule.BOX_IOU) + object.score();
    }

    /**
     * NB: of proposals with about as good boxes those whose masks fill the box are better; measured
     * (docs/accuracy.md).
     */
    private double fit(SegmentedObject object, BoxRule rule) {
        return rule == BoxRule.BOX_IOU
                ? (iou(object, rule) + object.mask().bounds().toBox().iou(boxInSource)) / 2
                : iou(object, rule);
    }

    /**
     * True where it cannot tell which object is meant: where two or more lie in it by more than
     * half of their boxes, and none fills half of it.
     *
     * @param objects of the plane
     * @param fit of the one that was chosen, 0 for none
     */
    public boolean isCrowded(List<SegmentedObject> objects, double fit) {
        return fit < LOOSE_IOU
                && objects.stream()
                                .map(SegmentedObject::boxInSource)
                                .filter(
                                        box ->
                                                box.intersection(boxInSource).area()
                                                        > box.area() / 2)
                                .limit(2)
                                .count()
                        == 2;
    }

    private double iou(SegmentedObject object, BoxRule rule) {
        if (rule == BoxRule.BOX_IOU) {
            return object.boxInSource().iou(boxInSource);
        }
        Region pixels = Region.ofPixelsIn(boxInSource);
        long common = object.mask().areaIn(pixels);
        return common / (double) (object.mask().area() + pixels.area() - common);
    }

    /**
     * Without what lies beyond the box: a neighbor that the network took for a part of it. A box
     * that has an IoU of {@value #TIGHT_IOU} with the object's own one counts to the pixel, another
     * one may be off by a tenth of its sides; below {@value #LOOSE_IOU} the object stays whole, for
     * the box may be meant to hold a part only.
     */
    @Override
    public SegmentedObject trimmed(SegmentedObject object) {
        double iou = object.boxInSource().iou(boxInSource);
        if (iou < LOOSE_IOU) {
            return object;
        }
        Region region = iou < TIGHT_IOU ? wideRegion() : region();
        Mask inside = object.mask().crop(region);
        return inside.isEmpty() || inside.area() == object.mask().area()
                ? object
                : new SegmentedObject(
                        inside, object.boxInSource().intersection(region.toBox()), object.score());
    }

    /** Pixels with their center in the box. */
    private Region region() {
        return Region.ofPixelsIn(boxInSource.translate(-0.5f, -0.5f));
    }

    /** Pixels that a box wider and higher by a fifth touches. */
    private Region wideRegion() {
        return Region.ofPixelsTouching(
                Box.ofCenter(
                        boxInSource.xCenter(),
                        boxInSource.yCenter(),
                        1.2f * boxInSource.width(),
                        1.2f * boxInSource.height()));
    }

    /** The side of a square of its area, and that more and less by half an octave. */
    @Override
    public double[] likelyDiameters(double usual) {
        double side = Math.sqrt(boxInSource.area());
        return new double[] {side, side * Math.sqrt(2), side / Math.sqrt(2)};
    }

    @Override
    public <T> Optional<T> shape(PromptShapes<T> shapes) {
        return Optional.of(shapes.box(boxInSource));
    }

    /** Cut at the border. */
    @Override
    public BoxPrompt inside(Size plane, Consumer<String> notes) {
        Box cut = boxInSource.clampTo(plane);
        if (cut.area() <= 0) {
            throw new IllegalArgumentException(
                    "Box '"
                            + name
                            + "' ("
                            + text()
                            + ") lies outside of the image ("
                            + plane
                            + "). Draw it over the object, or leave it out.");
        }
        if (cut.equals(boxInSource)) {
            return this;
        }
        notes.accept("box '" + name + "' reaches outside of the image: it was cut");
        return new BoxPrompt(name, cut);
    }

    private String text() {
        return "x "
                + Names.number(boxInSource.x0())
                + ", y "
                + Names.number(boxInSource.y0())
                + ", "
                + Names.number(boxInSource.width())
                + " x "
                + Names.number(boxInSource.height());
    }
}
