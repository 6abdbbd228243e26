package sc.fiji.fastsam.host;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.command.SegmentEverything;
import sc.fiji.fastsam.command.SegmentSelection;
import sc.fiji.fastsam.onnx.TinyModels;

/** The recorder once wrote every key: such lines give what the short ones give. */
class RecordedLinesTest {

    private static final String SHARED =
            " device=auto threads=0 image_size=96 contrast=type low_percentile=0.1"
                    + " high_percentile=99.9 channel=-1 mask_iou=0.5 min_area=9.0 max_area=0.0"
                    + " exclude_border=false smooth=false nested=all overlap=[smallest on top]"
                    + " max_objects=0";

    private ImagePlus image;

    @BeforeEach
    void open() {
        image = IJ.createImage("three", "8-bit black", TinyModels.WIDTH, TinyModels.HEIGHT, 1);
        float[] brightness = TinyModels.brightness();
        for (int i = 0; i < brightness.length; i++) {
            image.getProcessor().set(i, Math.round(brightness[i] * 255));
        }
    }

    @AfterEach
    void deactivate() {
        WindowManager.setTempCurrentImage(null);
    }

    @Test
    void longLinesOfSegmentEverythingReplay() {
        String line =
                "diameter=0.0 diameter_unit=pixels confidence=0.4 stack=[current plane] region=true"
                        + " labels=true rois=true overlay=false overlay_copy=false table=false"
                        + " iou=0.6"
                        + SHARED;
        assertArrayEquals(
                run(
                        SegmentEverything.class,
                        "confidence=0.4 image_size=96 contrast=type min_area=9"),
                run(SegmentEverything.class, line));
    }

    @Test
    void longLinesOfSegmentSelectionReplay() {
        String line =
                "source=selection points=[20,15; 75,46] background=[] boxes=[]"
                        + " points_mode=separately point_rule=[best score] box_rule=[box iou]"
                        + " iou=0.6 min_box_iou=0.1 second_look=true diameter=0.0"
                        + " diameter_unit=pixels confidence=0.3 stack=[current plane] labels=true"
                        + " rois=true replace=false overlay=false show_prompts=false table=false"
                        + SHARED;
        assertArrayEquals(
                run(
                        SegmentSelection.class,
                        "points=[20,15; 75,46] image_size=96 contrast=type min_area=9"),
                run(SegmentSelection.class, line));
    }

    private short[] run(Class<?> command, String options) {
        WindowManager.setTempCurrentImage(image);
        String all = options + " model=[" + TinyModels.path("l2-dynamic") + "]";
        new BridgedCommand(Host.current(), command.getName(), MacroOptions.parse(all)).run();
        return (short[]) WindowManager.getCurrentImage().getProcessor().getPixels();
    }
}
