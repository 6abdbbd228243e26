// Counts and measures the objects of one image.
// Run it in ImageJ or Fiji, or headless:  ... -macro count-and-measure.ijm image.tif
// Argument: an image file; without one the active image is taken.

file = getArgument();
if (file != "") open(file);
name = getTitle();
before = nResults;

run("Segment Everything...", "rois=false table=true");

// The label image is the active image now: the greatest value is the number of objects.
getStatistics(area, mean, min, count);
sum = 0;
for (row = before; row < nResults; row++) sum += getResult("Area", row);
print(name + ": " + count + " objects, mean area " + sum / maxOf(1, count));
