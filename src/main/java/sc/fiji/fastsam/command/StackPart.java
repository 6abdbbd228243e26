package sc.fiji.fastsam.command;

import sc.fiji.fastsam.engine.PlaneRange;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.settings.Choices;

/** Which planes of a stack are segmented, as the dialogs offer it. */
enum StackPart {
    /** The one that is shown. */
    CURRENT_PLANE(PlaneRange.SHOWN),
    /** All slices and frames. */
    WHOLE_STACK(PlaneRange.ALL);

    private final PlaneRange range;

    StackPart(PlaneRange range) {
        this.range = range;
    }

    /**
     * @throws IllegalArgumentException if the text is none of the choices
     */
    static StackPart of(String text) {
        return Choices.of(StackPart.class, "stack", text);
    }

    /** These planes in a channel. */
    PlaneRange range(ChannelSource channel) {
        return range.withChannel(channel);
    }
}
