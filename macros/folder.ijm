// Segments all TIFF, PNG and JPEG images of a folder; writes label images and one table.
// Argument: "INPUT_FOLDER,OUTPUT_FOLDER"; without one it asks for the two.

argument = getArgument();
if (argument == "") {
    input = getDirectory("Images");
    output = getDirectory("Results");
} else {
    folders = split(argument, ",");
    input = folders[0] + "/";
    output = folders[1] + "/";
}
setBatchMode(true);
File.makeDirectory(output);
files = getFileList(input);
for (i = 0; i < files.length; i++) {
    if (!matches(files[i], "(?i).*\\.(tiff?|png|jpe?g)")) continue;
    open(input + files[i]);
    image = getImageID();
    run("Segment Everything...", "rois=false table=true");
    getStatistics(area, mean, min, count);
    print(files[i] + ": " + count + " objects");
    saveAs("Tiff", output + getTitle());
    close();
    selectImage(image);
    close();
}
saveAs("Results", output + "objects.csv");
setBatchMode(false);
