// Joins the objects of neighboring slices and prints the volume of each body, the slices it reaches through, its
// center and the mean of its values. Of a hyperstack, the channel and frame that are shown are taken.
// Argument: a file with slices; without one the active image is taken.

file = getArgument();
if (file != "") open(file);
name = getTitle();
getDimensions(width, height, channels, slices, frames);
if (slices == 1) exit(name + " has one slice. Image > Properties... says which planes are slices.");
getVoxelSize(voxelWidth, voxelHeight, depth, unit);
Stack.getPosition(channel, slice, frame);
shown = "";
if (channels > 1) shown = shown + ", channel " + channel + " of " + channels;
if (frames > 1) shown = shown + ", frame " + frame + " of " + frames;
// Where the first slice begins, as the image may have an origin.
left = 0;
upper = 0;
front = 0;
toScaled(left, upper, front);

table = "Volumes in " + name;
call("sc.fiji.fastsam.host.Tables.close", table);
// "link" gives a body one number through all slices: label, row and color.
run("Segment Everything...", "slices=all link=slices rois=false table=true table_name=[" + table + "]");

rows = parseInt(call("sc.fiji.fastsam.host.Tables.size", table));
area = newArray(rows + 1);
sum = newArray(rows + 1);
x = newArray(rows + 1);
y = newArray(rows + 1);
z = newArray(rows + 1);
first = newArray(rows + 1);
last = newArray(rows + 1);
most = 0;
for (row = 0; row < rows; row++) {
    body = value(table, "Object", row);
    most = maxOf(most, body);
    part = value(table, "Area", row);
    slice = value(table, "Slice", row);
    if (first[body] == 0) first[body] = slice;
    last[body] = slice;
    area[body] += part;
    sum[body] += part * value(table, "Mean", row);
    x[body] += part * value(table, "X", row);
    y[body] += part * value(table, "Y", row);
    // The middle of the slice.
    z[body] += part * (front + (slice - 0.5) * depth);
}
print(name + ": " + most + " bodies in " + slices + " slices of " + depth + " " + unit + shown);
for (body = 1; body <= most; body++) {
    all = area[body];
    print("body " + body + ": volume " + all * depth + " " + unit + "^3, slices " + first[body] + " to " + last[body]
        + ", center " + x[body] / all + ", " + y[body] / all + ", " + z[body] / all
        + ", mean " + sum[body] / all);
}

function value(table, column, row) {
    return parseFloat(call("sc.fiji.fastsam.host.Tables.get", table, column, "" + row));
}
