// Finds the nuclei in channel 1 and prints how bright channel 2 is in each, in a ring of cytoplasm round it, and
// the quotient of the two, as for proteins that move into the nucleus.
// Argument: an image file with two channels, and after a comma the width of the ring in pixels (8 if none is given);
// without an argument the active image is taken.

argument = getArgument();
width = 8;
comma = lastIndexOf(argument, ",");
// A path may hold commas: what follows the last one is the width only if it is a number.
if (comma >= 0 && !File.exists(argument)) {
    path = String.trim(substring(argument, 0, comma));
    last = String.trim(substring(argument, comma + 1));
    number = parseFloat(last);
    if (File.exists(path) && !(number >= 1 && number == floor(number)))
        exit("The width of the ring must be a whole number of pixels from 1 on, but was \"" + last + "\".");
    if (!isNaN(number)) {
        argument = path;
        width = number;
    }
}
if (argument != "") open(argument);
name = getTitle();
getDimensions(imageWidth, imageHeight, channels, slices, frames);
if (channels < 2) exit(name + " has no channel 2.");

table = "Nucleus to cytoplasm of " + name;
call("sc.fiji.fastsam.host.Tables.close", table);
run("Segment Everything...", "channel=1 measure_channels=2 measure_ring=" + width + " rois=false table=true table_name=[" + table + "]");

count = parseInt(call("sc.fiji.fastsam.host.Tables.size", table));
print(name + ": " + count + " nuclei, rings of " + width + " pixels");
for (row = 0; row < count; row++) {
    label = call("sc.fiji.fastsam.host.Tables.get", table, "Object", "" + row);
    nucleus = parseFloat(call("sc.fiji.fastsam.host.Tables.get", table, "Mean Ch2", "" + row));
    ring = parseFloat(call("sc.fiji.fastsam.host.Tables.get", table, "Mean Ring Ch2", "" + row));
    print("nucleus " + parseInt(label) + ": " + nucleus + " in the nucleus, " + ring + " round it, quotient " + d2s(nucleus / ring, 3));
}
