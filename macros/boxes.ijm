// Turns a rough rectangle into the outline of the object in it, and measures it.
// Argument: an image file and the rectangle, "FILE,x,y,width,height"; without one the selection is taken.

argument = getArgument();
keys = "rois=false table=true";
if (argument != "") {
    parts = split(argument, ",");
    // A path may hold commas.
    box = parts.length - 4;
    open(String.join(Array.trim(parts, box), ","));
    makeRectangle(parts[box], parts[box + 1], parts[box + 2], parts[box + 3]);
}
before = nResults;
run("Segment Selection...", keys);
for (row = before; row < nResults; row++) {
    print(getResultString("Prompts", row) + ": area " + getResult("Area", row));
}
