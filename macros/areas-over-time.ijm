// Follows objects through a time series and prints the area of each in every frame.
// Argument: a file with frames; without one the active image is taken.

file = getArgument();
if (file != "") open(file);
name = getTitle();
getDimensions(width, height, channels, slices, frames);
if (frames == 1) exit(name + " has one frame. Image > Properties... says which planes are frames.");

table = "Areas over time in " + name;
call("sc.fiji.fastsam.host.Tables.close", table);
// "link" gives an object one number through all frames: label, row and color.
run("Segment Everything...", "frames=all link=frames rois=false table=true table_name=[" + table + "]");

rows = parseInt(call("sc.fiji.fastsam.host.Tables.size", table));
lines = newArray(rows + 1);
for (i = 0; i <= rows; i++) lines[i] = "object " + i + ":";
most = 0;
for (row = 0; row < rows; row++) {
    object = value(table, "Object", row);
    most = maxOf(most, object);
    area = value(table, "Area", row);
    lines[object] = lines[object] + " frame " + value(table, "Frame", row) + " " + area + ";";
}
print(name + ": " + most + " objects in " + frames + " frames");
for (object = 1; object <= most; object++) print(lines[object]);

function value(table, column, row) {
    return parseFloat(call("sc.fiji.fastsam.host.Tables.get", table, column, "" + row));
}
