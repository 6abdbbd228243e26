// Finds the objects at positions that a microscope's stage wrote: a CSV file whose first two columns
// are x and y in the image's unit; the image's origin (Image > Properties...) is its place on the
// stage. Lines that are no numbers, as a header, are passed over.
// Argument: "IMAGE,CSV"; without one the active image is taken and the file asked for.

argument = getArgument();
if (argument == "") {
    csv = File.openDialog("Positions");
} else {
    parts = paths(argument);
    open(parts[0]);
    csv = parts[1];
}
name = getTitle();
lines = split(File.openAsString(csv), "\n");
points = "";
count = 0;
outside = 0;
for (i = 0; i < lines.length; i++) {
    cells = cellsOf(lines[i]);
    if (cells.length < 2) continue;
    x = parseFloat(cells[0]);
    y = parseFloat(cells[1]);
    if (isNaN(x) || isNaN(y)) continue;
    toUnscaled(x, y);
    if (x < 0 || y < 0 || x >= getWidth() || y >= getHeight()) {
        outside++;
        continue;
    }
    points = points + x + "," + y + ";";
    count++;
}
if (outside > 0) print(outside + " positions lie outside of " + name);
if (count == 0) exit("No position of " + csv + " lies in " + name + ".");

table = "Objects at positions in " + name;
call("sc.fiji.fastsam.host.Tables.close", table);
run("Segment Selection...", "points=[" + points + "] rois=false table=true table_name=[" + table + "]");

rows = parseInt(call("sc.fiji.fastsam.host.Tables.size", table));
print(name + ": " + rows + " objects for " + count + " positions");
for (row = 0; row < rows; row++) {
    prompts = call("sc.fiji.fastsam.host.Tables.get", table, "Prompts", "" + row);
    area = call("sc.fiji.fastsam.host.Tables.get", table, "Area", "" + row);
    print(prompts + ": area " + parseFloat(area));
}

// Two paths with a comma between. Paths may hold commas: the first is the longest that is there.
function paths(argument) {
    first = argument;
    while (lastIndexOf(first, ",") > 0) {
        first = substring(first, 0, lastIndexOf(first, ","));
        second = substring(argument, lengthOf(first) + 1);
        if (File.exists(first) && second != "") return newArray(first, second);
    }
    exit("The argument must be two paths with a comma between, the first of which is there, but was \"" + argument + "\".");
}

// The cells of a line. Where semicolons or tabs part x and y, commas are decimal.
function cellsOf(line) {
    cells = split(replace(line, ",", "."), ";\t");
    if (cells.length > 1) {
        if (!isNaN(parseFloat(cells[0])) && !isNaN(parseFloat(cells[1]))) return cells;
    }
    return split(line, ",");
}
