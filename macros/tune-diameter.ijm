// Tries object diameters on one image and names the best; the automatic one, unless another finds clearly more.
// Argument: an image file; without one the active image is taken.

file = getArgument();
if (file != "") open(file);
image = getImageID();
name = getTitle();

table = "Diameters for " + name;
best = 0;
most = 0;
setBatchMode(true);
// 0 is the automatic one, which is tried first: the others are around what it finds.
diameters = newArray(0, 0.5, 0.7, 1.4, 2);
for (i = 0; i < diameters.length; i++) {
    call("sc.fiji.fastsam.host.Tables.close", table);
    selectImage(image);
    if (i > 0) diameters[i] = diameters[i] * typical;
    run("Segment Everything...", "diameter=" + diameters[i] + " rois=false table=true table_name=[" + table + "]");
    close();
    count = parseInt(call("sc.fiji.fastsam.host.Tables.size", table));
    area = 0;
    surety = 0;
    for (row = 0; row < count; row++) {
        a = value(table, "Area", row);
        score = value(table, "Score", row);
        area += a;
        surety += score;
    }
    getPixelSize(unit, pixelWidth, pixelHeight);
    if (i == 0) {
        if (count == 0) exit("Nothing was found in " + name + ". Draw a line across an object and give its length as diameter.");
        typical = 2 * sqrt(area / count / PI / pixelWidth / pixelHeight);
    }
    print("diameter " + d2s(diameters[i], 1) + ": " + count + " objects, mean score " + d2s(surety / maxOf(1, count), 3));
    if (i == 0) automatic = surety;
    // The sum of the scores grows with objects that are found and with how sure they are. Where it
    // is no more than a tenth above that of the automatic diameter, the two are as good.
    if (surety > most && surety > 1.1 * automatic) {
        most = surety;
        best = diameters[i];
    }
}
call("sc.fiji.fastsam.host.Tables.close", table);
setBatchMode(false);
if (best == 0) print(name + ": the automatic diameter is best, objects measure about " + d2s(typical, 1) + " pixels");
else print(name + ": diameter=" + d2s(best, 1) + " is best");

function value(table, column, row) {
    return parseFloat(call("sc.fiji.fastsam.host.Tables.get", table, column, "" + row));
}
