package sc.fiji.fastsam.text;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.settings.Device;

/**
 * Prints the table of docs/text.md: how often the right caption of eight is first, by crop. {@code
 * java -cp target/classes:target/test-classes:… sc.fiji.fastsam.text.WordsAccuracy DATA [CLIP]};
 * DATA is the folder of sets (../shared/data), CLIP a folder with other encoders.
 */
public final class WordsAccuracy {

    private WordsAccuracy() {}

    public static void main(String[] args) throws IOException {
        Path model = args.length > 1 ? Path.of(args[1]) : TinyClip.path("words");
        try (ClipEncoders clip =
                ClipEncoders.open(ClipFiles.in(model), DeviceRequest.of(Device.CPU))) {
            System.out.println("| crops | number | plain | masked | both |");
            System.out.println("|---|---|---|---|---|");
            for (String table : List.of("drawn-eight", "drawn-mixed")) {
                print(clip, new HeldOutCrops(table, TinyClip.path("words/held-out")), table);
            }
            for (String table : List.of("stored-eight", "stored-mixed")) {
                print(clip, new HeldOutCrops(table, Path.of(args[0])), table);
            }
        }
    }

    private static void print(ClipEncoders clip, HeldOutCrops crops, String table)
            throws IOException {
        StringBuilder line = new StringBuilder("| " + table);
        for (CropStyle style : CropStyle.values()) {
            HeldOutCrops.Share share = crops.rank(clip, style);
            line.append(style == CropStyle.PLAIN ? " | " + share.all() : "");
            line.append(String.format(Locale.ROOT, " | %.1f %%", 100 * share.value()));
        }
        System.out.println(line + " |");
    }
}
