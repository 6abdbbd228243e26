package sc.fiji.fastsam.cli;

import java.util.List;
import picocli.CommandLine.Model.ArgGroupSpec;

/** A command with options that are made from declared settings. */
interface Grouped {

    /** These options, to be added to the command's model. */
    List<ArgGroupSpec> groups();
}
