// Segments each slice of a stack and prints the number of objects in each.
// Argument: a stack file; without one the active image is taken.

file = getArgument();
if (file != "") open(file);

run("Segment Everything...", "stack=[whole stack] rois=false min_area=20");

// The label stack is the active image, with as many slices as the source; ids begin with 1 in each.
for (slice = 1; slice <= nSlices; slice++) {
    setSlice(slice);
    getStatistics(area, mean, min, count);
    print("slice " + slice + ": " + count + " objects");
}
