// Compares what is found in images with label images of the truth: objects found, missed and too
// many at an overlap (IoU) of 0.5. A truth has the name of its image, in the other folder.
// For many images "fastsam evaluate" is faster and has more measures.
// Argument: "IMAGE_FOLDER,TRUTH_FOLDER"; without one it asks for the two.

argument = getArgument();
if (argument == "") {
    images = getDirectory("Images");
    truths = getDirectory("Label images of the truth");
} else {
    folders = paths(argument);
    images = folders[0] + "/";
    truths = folders[1] + "/";
}
setBatchMode(true);
files = getFileList(images);
allFound = 0;
allMissed = 0;
allExtra = 0;
for (f = 0; f < files.length; f++) {
    if (!matches(files[f], "(?i).*\\.(tiff?|png)")) continue;
    if (!File.exists(truths + files[f])) {
        print(files[f] + ": no truth of that name");
        continue;
    }
    reason = call("sc.fiji.fastsam.imagej.file.MacroImages.open", images + files[f]);
    if (reason != "") {
        print(files[f] + ": not opened: " + reason);
        continue;
    }
    image = getImageID();
    reason = call("sc.fiji.fastsam.imagej.file.MacroImages.open", truths + files[f]);
    if (reason != "") {
        print(files[f] + ": its truth was not opened: " + reason);
        selectImage(image);
        close();
        continue;
    }
    truth = getImageID();
    size = "" + getWidth() + " x " + getHeight();
    selectImage(image);
    if (size != "" + getWidth() + " x " + getHeight()) {
        print(files[f] + ": " + getWidth() + " x " + getHeight() + " pixels, but its truth has " + size);
        close();
        selectImage(truth);
        close();
        continue;
    }
    run("Segment Everything...", "rois=false");
    counts = compare(getImageID(), truth, files[f]);
    allFound += counts[0];
    allMissed += counts[1];
    allExtra += counts[2];
    selectImage(image);
    close();
}
setBatchMode(false);
print("All: " + allFound + " found, " + allMissed + " missed, " + allExtra + " too many");

// Counts the pairs of labels with an overlap above 0.5, of which a label can have only one.
function compare(labels, truth, name) {
    selectImage(truth);
    getStatistics(area, mean, min, nTruth);
    size = getWidth() * getHeight();
    width = getWidth();
    t = newArray(size);
    for (i = 0; i < size; i++) t[i] = getPixel(i % width, floor(i / width));
    close();
    selectImage(labels);
    getStatistics(area, mean, min, nLabels);
    areaOfTruth = newArray(nTruth + 1);
    areaOfLabel = newArray(nLabels + 1);
    common = newArray((nTruth + 1) * (nLabels + 1));
    for (i = 0; i < size; i++) {
        l = getPixel(i % width, floor(i / width));
        areaOfTruth[t[i]] += 1;
        areaOfLabel[l] += 1;
        common[t[i] * (nLabels + 1) + l] += 1;
    }
    close();
    found = 0;
    inTruth = 0;
    for (a = 1; a <= nTruth; a++) {
        if (areaOfTruth[a] > 0) inTruth++;
        for (b = 1; b <= nLabels; b++) {
            both = common[a * (nLabels + 1) + b];
            if (both > 0 && both / (areaOfTruth[a] + areaOfLabel[b] - both) > 0.5) found++;
        }
    }
    print(name + ": " + found + " of " + inTruth + " found, " + (inTruth - found) + " missed, " + (nLabels - found) + " too many");
    return newArray(found, inTruth - found, nLabels - found);
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
