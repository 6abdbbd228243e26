// Several objects at once, by typed coordinates; background points keep neighbours out.
// Argument: an image file; without one the active image is taken.

file = getArgument();
if (file != "") open(file);
name = getTitle();
run("Segment Selection...", "points=[60,60; 120,60] background=[2,2] boxes=[100,100,60,60] rois=false");
getStatistics(area, mean, min, count);
print(name + ": objects for 3 prompts: " + count);
