package sc.fiji.fastsam.imagej.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.settings.Stain;

/**
 * What stands beside a measure in the columns of a channel that is measured besides, and which
 * measures it has.
 *
 * @param column in ImageJ tables: "Ch2" makes "Mean Ch2"
 * @param csvColumn in CSV files: "ch2" makes "mean_ch2"
 * @param measures in the order of the columns
 */
public record ChannelName(String column, String csvColumn, List<Measure> measures) {

    /** Of a channel, counted from 1: {@link Measure#OF_VALUES}. */
    static ChannelName of(int channel) {
        return new ChannelName("Ch" + channel, "ch" + channel, Measure.OF_VALUES);
    }

    /** Of a stain: its mean density. */
    static ChannelName of(Stain stain) {
        String name = stain.name().toLowerCase(Locale.ROOT);
        String title = stain.name().charAt(0) + name.substring(1);
        return new ChannelName(stain == Stain.DAB ? "DAB" : title, name, List.of(Measure.MEAN));
    }

    /** Of a ring in the active channel: its area too. */
    static ChannelName ofRing() {
        List<Measure> measures = new ArrayList<>(Measure.OF_VALUES);
        measures.add(0, Measure.AREA);
        return new ChannelName("Ring", "ring", measures);
    }

    /** Of a ring in this one. */
    ChannelName inRing() {
        return new ChannelName("Ring " + column, "ring_" + csvColumn, measures);
    }

    /** Name of a measure's column in ImageJ tables. */
    public String column(Measure measure) {
        return measure.column() + " " + column;
    }

    /** Likewise in CSV files. */
    public String csvColumn(Measure measure) {
        return measure.csvColumn() + "_" + csvColumn;
    }
}
