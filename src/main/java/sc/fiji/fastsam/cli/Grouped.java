package sc.fiji.fastsam.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;

/** A command with options that are made from declared settings. */
interface Grouped {

    /** These options. Made once: each call gives new ones. */
    List<ArgGroupSpec> groups();
}
