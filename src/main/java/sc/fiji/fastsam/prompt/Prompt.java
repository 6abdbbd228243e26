package sc.fiji.fastsam.prompt;

/** A user's hint to one object. */
public sealed interface Prompt permits PointPrompt, BoxPrompt {

    /** What results call the prompt: not blank, without white space. */
    String name();

    /** True for a hint to what is not wanted. */
    boolean isBackground();

    /** The same prompt under another name. */
    Prompt withName(String other);

    /** The same prompt moved; offsets in source pixels. */
    Prompt translate(double dx, double dy);
}
