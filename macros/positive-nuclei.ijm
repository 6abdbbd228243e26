// Counts the nuclei of a stained section (hematoxylin, DAB) and those of them that are brown.
// Argument: an image file, and after a comma the mean optical density of DAB from which on a nucleus is positive
// (0.2 if none is given); without an argument the active image is taken.

argument = getArgument();
threshold = 0.2;
comma = lastIndexOf(argument, ",");
// A path may hold commas: what follows the last one is the density only if it is a number.
if (comma >= 0 && !File.exists(argument)) {
    path = String.trim(substring(argument, 0, comma));
    last = String.trim(substring(argument, comma + 1));
    density = parseFloat(last);
    if (!isNaN(density)) {
        argument = path;
        threshold = density;
    } else if (File.exists(path)) {
        exit("The density from which on nuclei are positive must be a number, but was \"" + last + "\".");
    }
}
if (argument != "") open(argument);
name = getTitle();

table = "Nuclei of " + name;
call("sc.fiji.fastsam.host.Tables.close", table);
// "stain" says which stain is looked at; the table has the mean density of each.
run("Segment Everything...", "stain=hematoxylin rois=false table=true table_name=[" + table + "]");

count = parseInt(call("sc.fiji.fastsam.host.Tables.size", table));
positive = 0;
for (row = 0; row < count; row++) {
    density = parseFloat(call("sc.fiji.fastsam.host.Tables.get", table, "Mean DAB", "" + row));
    if (density >= threshold) positive++;
}
share = 0;
if (count > 0) share = 100 * positive / count;
print(name + ": " + count + " nuclei, " + positive + " positive (" + d2s(share, 0) + " %)");
