package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import sc.fiji.fastsam.io.ImageLayout;
import sc.fiji.fastsam.io.PixelSize;
import sc.fiji.fastsam.io.TimeUnits;

/** Puts the pages of one file together that is no OME-TIFF. */
final class PageStack {

    private final TiffFile file;
    private final List<Page> pages = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private List<Page> levels = List.of();

    private PageStack(TiffFile file) {
        this.file = file;
    }

    /**
     * @throws IOException if a declared plane is not there, or pages differ
     */
    static Stack of(TiffFile file) throws IOException {
        return new PageStack(file).assemble();
    }

    private Stack assemble() throws IOException {
        refuseHamamatsu();
        List<Ifd> full = file.fullDirectories();
        for (Ifd ifd : full) {
            pages.add(file.page(ifd));
        }
        Page first = pages.get(0);
        chooseLevels(first, full);
        Optional<ImageJDescription> imagej = ImageJDescription.of(file.description());
        Declared declared = Declared.of(first, pages.size(), imagej);
        List<PlaneLevels> stored = stored(declared);
        ImageLayout layout =
                Stack.layout(levels, Colors.of(first))
                        .withPlanes(declared.counts())
                        .withPixelSize(pixelSize(first, imagej));
        double seconds = imagej.map(PageStack::frameSeconds).orElse(0.0);
        return new Stack(layout.withFrameSeconds(seconds), ordered(declared, stored), notes);
    }

    private static double frameSeconds(ImageJDescription text) {
        double unit = TimeUnits.seconds(text.text("tunit", "sec"));
        return TimeUnits.known(text.number("finterval", 0) * unit);
    }

    /** NDPI looks like TIFF, but hides offsets beyond 4 GB and strips that no JPEG may have. */
    private void refuseHamamatsu() throws IOException {
        if (file.directories().get(0).has(Tags.NDPI)) {
            throw new IOException(
                    "is a Hamamatsu NDPI file, which is not read. Convert it: bfconvert, or QuPath's"
                            + " export to OME-TIFF.");
        }
    }

    private static PixelSize pixelSize(Page first, Optional<ImageJDescription> imagej)
            throws IOException {
        return first.ifd().has(Tags.LSM_INFO)
                ? LsmInfo.pixelSize(first.ifd())
                : Resolution.of(first.ifd(), imagej);
    }

    /** Tells planes, levels and thumbnails apart; leaves in {@link #pages} the planes alone. */
    private void chooseLevels(Page first, List<Ifd> full) throws IOException {
        List<Ifd> smaller = new ArrayList<>(file.below(first.ifd()));
        if (!pages.stream().allMatch(first::isLike)) {
            boolean slide = first.ifd().text(Tags.DESCRIPTION).startsWith("Aperio");
            if (!slide && !Pyramid.isUntagged(pages)) {
                throw differ();
            }
            pages.retainAll(List.of(first));
            smaller.addAll(full);
        }
        if (pages.size() == 1 && full.size() < file.directories().size()) {
            smaller.addAll(file.reducedDirectories());
        }
        levels = Pyramid.levels(file, first, smaller);
        int left = file.directories().size() - pages.size() - (levels.size() - 1);
        if (left > 0 && file.below(first.ifd()).isEmpty()) {
            notes.add(left + " of its pages are thumbnails or labels and were left out.");
        }
    }

    private IOException differ() {
        StringBuilder kinds = new StringBuilder();
        for (Page page : pages.subList(0, Math.min(pages.size(), 4))) {
            kinds.append(kinds.length() == 0 ? "page " : ", page ")
                    .append(page.number() + 1)
                    .append(" has ")
                    .append(page.size())
                    .append(" pixels of ")
                    .append(page.samples().count())
                    .append(" x ")
                    .append(page.samples().bits())
                    .append(" bits");
        }
        return new IOException(
                "holds pages that are no planes of one image: "
                        + kinds
                        + ". Save each kind as a file of its own (in Fiji, Bio-Formats opens them"
                        + " one by one).");
    }

    /** All planes as they are stored: those of a page one after the other. */
    private List<PlaneLevels> stored(Declared declared) throws IOException {
        for (Page page : pages) {
            page.check();
        }
        List<PlaneLevels> stored = new ArrayList<>();
        if (declared.pages() > pages.size()) {
            addFollowing(stored, declared.pages());
        } else {
            for (Page page : pages) {
                add(stored, levelsOf(page), 0);
            }
        }
        return stored;
    }

    private List<Page> levelsOf(Page page) throws IOException {
        if (levels.size() == 1) {
            return List.of(page);
        }
        if (page == levels.get(0)) {
            return levels;
        }
        List<Page> own = Pyramid.levels(file, page, file.below(page.ifd()));
        if (own.size() != levels.size()) {
            throw Refusal.damaged(
                    page.number(), "has " + own.size() + " levels, not " + levels.size());
        }
        return own;
    }

    private static void add(List<PlaneLevels> stored, List<Page> levels, long shift) {
        for (int sample = 0; sample < levels.get(0).samples().channels(); sample++) {
            stored.add(new PlaneLevels(levels, sample, shift));
        }
    }

    /** Planes without directories, which lie behind that of the only page. */
    private void addFollowing(List<PlaneLevels> stored, long declared) throws IOException {
        Page only = pages.get(0);
        long bytes = Following.bytes(only);
        if (pages.size() > 1 || bytes == 0) {
            throw new IOException(
                    "is cut short or damaged: it declares "
                            + declared
                            + " planes, but has "
                            + pages.size()
                            + (pages.size() == 1 ? " page." : " pages.")
                            + Refusal.COPY_AGAIN);
        }
        Following.check(only, bytes, declared);
        levels = List.of(only);
        for (int i = 0; i < declared; i++) {
            add(stored, levels, i * bytes);
        }
    }

    private static List<PlaneLevels> ordered(Declared declared, List<PlaneLevels> stored) {
        if (declared.order().equals(Declared.IMAGEJ_ORDER)) {
            return stored;
        }
        List<PlaneLevels> ordered = new ArrayList<>(stored.size());
        for (int i = 0; i < stored.size(); i++) {
            var plane = declared.counts().at(i);
            ordered.add(
                    stored.get(declared.indexOf(plane.channel(), plane.slice(), plane.frame())));
        }
        return ordered;
    }
}
