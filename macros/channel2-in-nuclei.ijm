// Finds the nuclei in channel 1 and measures channel 2 in them; prints the mean of each.
// Argument: an image file with two channels; without one the active image is taken.

file = getArgument();
if (file != "") open(file);
name = getTitle();
getDimensions(width, height, channels, slices, frames);
if (channels < 2) exit(name + " has no channel 2.");

table = "Channel 2 in nuclei of " + name;
call("sc.fiji.fastsam.host.Tables.close", table);
// "channel" says in which one the objects are found, "measure_channels" in which their values are measured besides.
run("Segment Everything...", "channel=1 measure_channels=2 rois=false table=true table_name=[" + table + "]");

count = parseInt(call("sc.fiji.fastsam.host.Tables.size", table));
print(name + ": " + count + " nuclei");
for (row = 0; row < count; row++) {
    label = call("sc.fiji.fastsam.host.Tables.get", table, "Object", "" + row);
    mean = call("sc.fiji.fastsam.host.Tables.get", table, "Mean Ch2", "" + row);
    print("nucleus " + parseInt(label) + ": mean of channel 2 " + parseFloat(mean));
}
