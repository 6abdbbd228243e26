package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PlaneCounts;

/** Puts the planes of an OME-TIFF together: pages of this file and of those beside it. */
final class OmeStack {

    /** How the names of files end that hold OME-XML and no image. */
    static final String XML_ALONE = ".ome";

    private static final long LONGEST_TEXT = 256L << 20;

    private final OpenFiles files;
    private final TiffFile self;
    private final OmeXml ome;
    private final OmeImage image;
    private final Map<Integer, Page> pageByPlane = new HashMap<>();
    private final Map<Page, TiffFile> fileByPage = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    private OmeStack(OpenFiles files, TiffFile self, OmeXml ome) throws IOException {
        this.files = files;
        this.self = self;
        this.ome = ome;
        this.image = choose();
    }

    /**
     * @param text the first page's OME-XML
     * @throws IOException if a declared plane is not there, or pages differ
     */
    static Stack of(OpenFiles files, TiffFile self, String text) throws IOException {
        return new OmeStack(files, self, declared(self.path(), text)).assemble();
    }

    /** What a file's OME-XML declares, which may be in a file beside it. */
    static OmeXml declared(Path file, String text) throws IOException {
        OmeXml ome = OmeXml.of(text);
        return ome.metadataFile().isEmpty()
                ? ome
                : companion(OpenFiles.beside(file, ome.metadataFile()));
    }

    private static OmeXml companion(Path file) throws IOException {
        if (Files.size(file) > LONGEST_TEXT) {
            throw new IOException("names " + file.getFileName() + ", which is too long for XML.");
        }
        if (!file.getFileName().toString().endsWith(XML_ALONE)) {
            try (TiffFile tiff = TiffFile.open(file)) {
                return OmeXml.of(tiff.description());
            }
        }
        return OmeXml.of(Files.readString(file, StandardCharsets.UTF_8));
    }

    /** The first image; labels and macros beside it are smaller and left out with a note. */
    private OmeImage choose() throws IOException {
        if (ome.images().isEmpty()) {
            throw Refusal.damaged(0, "has OME-XML without an image");
        }
        OmeImage first = ome.images().get(0);
        List<OmeImage> others = ome.images().subList(1, ome.images().size());
        if (others.stream().anyMatch(i -> i.width >= first.width && i.height >= first.height)) {
            throw new IOException(
                    "holds "
                            + ome.images().size()
                            + " images (positions or series). Save each as a file of its own:"
                            + " bfconvert -series 0 and so on, or Bio-Formats in Fiji.");
        }
        if (!others.isEmpty()) {
            notes.add("Smaller images beside the first were left out: " + others + ".");
        }
        return first;
    }

    private Stack assemble() throws IOException {
        if (image.data.isEmpty()) {
            image.data.add(new OmeImage.Data(-1, -1, 0, 0, 0));
            image.references.add(OmeImage.Reference.NONE);
        }
        TiffFile start = file(image.references.get(0));
        int ifd = Math.max(0, image.data.get(0).ifd());
        Page first = start.page(directory(start, ifd));
        int samples = first.samples().shown();
        int stored = Math.max(1, image.channels / samples);
        PlaneCounts pages = counts(stored);
        for (int i = 0; i < image.data.size(); i++) {
            place(image.data.get(i), file(image.references.get(i)), pages);
        }
        long others = fileByPage.values().stream().distinct().count();
        if (others > 1) {
            notes.add("Its planes lie in " + others + " files beside each other.");
        }
        return stack(first, pages);
    }

    private PlaneCounts counts(int channels) throws IOException {
        try {
            return new PlaneCounts(channels, image.slices, image.frames);
        } catch (IllegalArgumentException e) {
            throw Refusal.damaged(0, "has OME-XML of " + e.getMessage(), e);
        }
    }

    private TiffFile file(OmeImage.Reference reference) throws IOException {
        return ome.isOwn(reference, self.path())
                ? self
                : files.openBeside(self.path(), reference.fileName());
    }

    private Ifd directory(TiffFile file, int ifd) throws IOException {
        if (ifd >= file.directories().size()) {
            throw new IOException(
                    String.format(
                            Locale.ROOT,
                            "is cut short or damaged: its OME-XML names page %d of %s, which has"
                                    + " %d.%s",
                            ifd + 1,
                            file.path().getFileName(),
                            file.directories().size(),
                            Refusal.COPY_AGAIN));
        }
        return file.directories().get(ifd);
    }

    private void place(OmeImage.Data data, TiffFile file, PlaneCounts pages) throws IOException {
        int from = Math.max(0, data.ifd());
        int rest = file.directories().size() - from;
        int count = data.count() >= 0 ? data.count() : Math.min(rest, pages.total());
        int sequence = sequence(new int[] {data.channel(), data.slice(), data.frame()}, pages);
        if (count > pages.total() - sequence) {
            throw Refusal.damaged(0, "has OME-XML that places more planes than it declares");
        }
        for (int i = 0; i < count; i++) {
            Page page = file.page(directory(file, from + i));
            fileByPage.put(page, file);
            pageByPlane.put(index(sequence + i, pages), page);
        }
    }

    /** Sizes along the axes, in the order in which planes follow each other. */
    private static int size(char axis, PlaneCounts pages) {
        return switch (axis) {
            case 'C' -> pages.channels();
            case 'Z' -> pages.slices();
            default -> pages.frames();
        };
    }

    private int sequence(int[] place, PlaneCounts pages) throws IOException {
        int sequence = 0;
        for (int i = image.order.length() - 1; i >= 2; i--) {
            char axis = image.order.charAt(i);
            int at = place[Declared.IMAGEJ_ORDER.indexOf(axis)];
            if (at >= size(axis, pages)) {
                throw Refusal.damaged(0, "has OME-XML that places a plane at " + axis + " = " + at);
            }
            sequence = sequence * size(axis, pages) + at;
        }
        return sequence;
    }

    /** From the file's order of planes to ours. */
    private int index(int sequence, PlaneCounts pages) {
        int rest = sequence;
        int[] place = new int[3];
        for (int i = 2; i < image.order.length(); i++) {
            char axis = image.order.charAt(i);
            place[Declared.IMAGEJ_ORDER.indexOf(axis)] = rest % size(axis, pages);
            rest /= size(axis, pages);
        }
        return (place[2] * pages.slices() + place[1]) * pages.channels() + place[0];
    }

    private Stack stack(Page first, PlaneCounts pages) throws IOException {
        checkSize(first);
        if (pageByPlane.size() < pages.total()) {
            throw new IOException(
                    "is cut short or damaged: its OME-XML declares "
                            + pages.total()
                            + " planes, but has "
                            + pageByPlane.size()
                            + "."
                            + Refusal.COPY_AGAIN);
        }
        List<Page> levels = levels(first);
        PlaneLevels[] planes =
                new PlaneLevels[Math.multiplyExact(pages.total(), first.samples().channels())];
        for (int i = 0; i < pages.total(); i++) {
            put(planes, i, pages, levelsOf(pageByPlane.get(i), first, levels));
        }
        int channels = pages.channels() * first.samples().channels();
        notes.addAll(image.extents.notes());
        ImageLayout layout =
                Stack.layout(levels, Colors.of(first))
                        .withPlanes(new PlaneCounts(channels, pages.slices(), pages.frames()))
                        .withPixelSize(image.extents.pixelSize())
                        .withFrameSeconds(image.frameSeconds)
                        .withChannelNames(names(channels));
        return new Stack(layout, Arrays.asList(planes), notes);
    }

    private void checkSize(Page page) throws IOException {
        if (page.size().width() != image.width || page.size().height() != image.height) {
            throw Refusal.damaged(
                    page.number(),
                    "has "
                            + page.size()
                            + " pixels, but its OME-XML declares "
                            + image.width
                            + " x "
                            + image.height);
        }
    }

    private List<Page> levels(Page page) throws IOException {
        TiffFile file = fileByPage.get(page);
        return Pyramid.levels(file, page, file.below(page.ifd()));
    }

    private List<Page> levelsOf(Page page, Page first, List<Page> levels) throws IOException {
        checkSize(page);
        if (!page.isLike(first)) {
            throw Refusal.damaged(page.number(), "has other pixels than the first plane's page");
        }
        page.check();
        List<Page> own = page == first ? levels : levels(page);
        if (own.size() != levels.size()) {
            throw Refusal.damaged(
                    page.number(), "has " + own.size() + " levels, not " + levels.size());
        }
        return own;
    }

    private static void put(PlaneLevels[] planes, int index, PlaneCounts pages, List<Page> levels) {
        int samples = levels.get(0).samples().channels();
        for (int sample = 0; sample < samples; sample++) {
            planes[index * samples + sample] = new PlaneLevels(levels, sample, 0);
        }
    }

    private List<String> names(int channels) {
        boolean named = image.channelNames.stream().anyMatch(name -> !name.isEmpty());
        return named && image.channelNames.size() == channels ? image.channelNames : List.of();
    }
}
