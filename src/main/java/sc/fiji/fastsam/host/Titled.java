package sc.fiji.fastsam.host;

/** A command whose tables go to windows of their own titles. */
public interface Titled {

    /** The title of the table that an output is added to. */
    String titleOf(String output);
}
