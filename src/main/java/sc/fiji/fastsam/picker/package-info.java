/**
 * A tool of ImageJ's toolbar: objects are clicked one by one. Turns mouse events into the prompts
 * of {@code prompt}, asks {@code engine}, and keeps the picked objects in overlay and ROI Manager.
 */
package sc.fiji.fastsam.picker;
