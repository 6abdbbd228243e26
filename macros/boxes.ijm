// Turns a rough rectangle into the outline of the object in it, and measures it.
// Argument: an image file and the rectangle, "FILE,x,y,width,height"; without one the selection is taken.

argument = getArgument();
keys = "rois=false table=true";
if (argument != "") {
    parts = split(argument, ",");
    open(parts[0]);
    makeRectangle(parts[1], parts[2], parts[3], parts[4]);
}
before = nResults;
run("Segment Selection...", keys);
for (row = before; row < nResults; row++) {
    print(getResultString("Prompts", row) + ": area " + d2s(getResult("Area", row), 1));
}
