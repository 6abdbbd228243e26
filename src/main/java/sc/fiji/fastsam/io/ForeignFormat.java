package sc.fiji.fastsam.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Formats of microscopes and others that are not read, by name, so that a refusal can help. */
public final class ForeignFormat {

    private static final int HEADER_BYTES = 16;

    private static final Map<String, String> BY_HEAD =
            Map.ofEntries(
                    Map.entry("ZISRAWFILE", "Zeiss CZI"),
                    Map.entry("\u00da\u00ce\u00be\n", "Nikon ND2"),
                    Map.entry("\u00d0\u00cf\u0011\u00e0", "OLE (Olympus OIB, Zeiss ZVI)"),
                    Map.entry("\u0089HDF", "HDF5 (Imaris IMS, ilastik H5)"),
                    Map.entry("SIS\0", "Olympus ETS"),
                    Map.entry("\0\0\0\fjP  ", "JPEG 2000"));

    private static final Map<String, String> BY_ENDING =
            Map.ofEntries(
                    Map.entry("czi", "Zeiss CZI"),
                    Map.entry("zvi", "Zeiss ZVI"),
                    Map.entry("lif", "Leica LIF"),
                    Map.entry("lof", "Leica LOF"),
                    Map.entry("xlef", "Leica XLEF"),
                    Map.entry("nd2", "Nikon ND2"),
                    Map.entry("vsi", "Olympus VSI"),
                    Map.entry("oib", "Olympus OIB"),
                    Map.entry("oif", "Olympus OIF"),
                    Map.entry("oir", "Olympus OIR"),
                    Map.entry("ims", "Imaris IMS"),
                    Map.entry("h5", "HDF5"),
                    Map.entry("mrxs", "3DHISTECH MRXS"),
                    Map.entry("dv", "DeltaVision"),
                    Map.entry("mrc", "MRC"),
                    Map.entry("nrrd", "NRRD"),
                    Map.entry("mha", "MetaImage"),
                    Map.entry("mhd", "MetaImage"),
                    Map.entry("nii", "NIfTI"),
                    Map.entry("klb", "KLB"),
                    Map.entry("webp", "WebP"),
                    Map.entry("heic", "HEIC"),
                    Map.entry("jp2", "JPEG 2000"),
                    Map.entry("ets", "Olympus ETS"));

    private ForeignFormat() {}

    /**
     * The format's name, by first bytes, then by the file name's ending; empty where it is none
     * that is known.
     *
     * @throws IOException if the file cannot be read
     */
    public static Optional<String> of(Path file) throws IOException {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(HEADER_BYTES);
        }
        String head = new String(bytes, StandardCharsets.ISO_8859_1);
        Optional<String> byEnding = ofName(file.getFileName().toString());
        // NB: an ending says more than "OLE" or "HDF5", but a Nikon file may be JPEG 2000 inside.
        return byEnding.isPresent()
                ? byEnding
                : BY_HEAD.entrySet().stream()
                        .filter(entry -> head.startsWith(entry.getKey()))
                        .map(Map.Entry::getValue)
                        .findFirst();
    }

    /** By the name's ending alone, whatever its case. */
    public static Optional<String> ofName(String name) {
        return Optional.ofNullable(BY_ENDING.get(FileEndings.of(name)));
    }

    /** True for the ending of a format of images alone: HDF5 holds tables and networks as well. */
    public static boolean isImageName(String name) {
        return ofName(name).isPresent() && !FileEndings.of(name).equals("h5");
    }
}
