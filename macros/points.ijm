// Finds the objects under three points that a macro knows.
// Argument: an image file; without one the active image is taken.

file = getArgument();
if (file != "") open(file);
name = getTitle();
getDimensions(width, height, channels, slices, frames);

makePoint(width * 0.25, height * 0.25);
run("Segment Selection...", "rois=false");
getStatistics(area, mean, min, count);
print(name + ": " + count + " object at the point");
