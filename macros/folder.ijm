// Counts and measures the objects of a folder of images: label images, objects.csv (a row per
// object) and summary.csv (a row per image). A file that cannot be opened is named, and the others
// are done. Images that differ in their ending alone keep it: cells.png-labels.tif. Tables that are
// open stay as they are.
// Argument: "INPUT_FOLDER,OUTPUT_FOLDER"; without one it asks for the two.

argument = getArgument();
if (argument == "") {
    input = getDirectory("Images");
    output = getDirectory("Where to write");
} else {
    folders = paths(argument);
    input = folders[0] + "/";
    output = folders[1] + "/";
}
File.makeDirectory(output);
objects = "Objects of " + File.getName(input);
summary = "Summary of " + File.getName(input);
call("sc.fiji.fastsam.host.Tables.close", objects);
call("sc.fiji.fastsam.host.Tables.close", summary);
keys = "rois=false table=true table_name=[" + objects + "] summary=true summary_name=[" + summary + "]";

setBatchMode(true);
files = getFileList(input);
done = 0;
failed = "";
for (i = 0; i < files.length; i++) {
    if (!isImage(files[i])) continue;
    reason = call("sc.fiji.fastsam.imagej.file.MacroImages.open", input + files[i]);
    if (reason != "") {
        failed = failed + "\n    " + files[i] + ": " + reason;
        continue;
    }
    image = getImageID();
    run("Segment Everything...", keys);
    getStatistics(area, mean, min, count);
    print(files[i] + ": " + count + " objects");
    saveAs("Tiff", output + nameOf(i, files) + "-labels.tif");
    close();
    selectImage(image);
    close();
    done++;
}
if (done > 0) {
    call("sc.fiji.fastsam.host.Tables.save", objects, output + "objects.csv");
    call("sc.fiji.fastsam.host.Tables.save", summary, output + "summary.csv");
}
setBatchMode(false);
print(done + " images done");
if (failed != "") print("Not opened:" + failed);

// Label images of an earlier run, where they are written beside the images, are none.
function isImage(file) {
    if (endsWith(file, "-labels.tif")) return false;
    return matches(file, "(?i).*\\.(tiff?|png|jpe?g)");
}

// The name without its ending, unless another image has that too.
function nameOf(i, files) {
    stem = File.getNameWithoutExtension(files[i]);
    for (k = 0; k < files.length; k++) {
        if (k != i && isImage(files[k]) && toLowerCase(File.getNameWithoutExtension(files[k])) == toLowerCase(stem)) return files[i];
    }
    return stem;
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
