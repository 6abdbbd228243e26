package sc.fiji.fastsam.io.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import sc.fiji.fastsam.io.LengthUnits;
import sc.fiji.fastsam.io.PixelExtents;
import sc.fiji.fastsam.io.PixelExtents.Extent;
import sc.fiji.fastsam.io.TimeUnits;

/** OME-XML: the images it declares, and where their planes lie. Reads nothing but the text. */
final class OmeXml {

    private static final Pattern ROOT = Pattern.compile("<(\\w+:)?OME[\\s>]");

    private final List<OmeImage> images = new ArrayList<>();
    private String uuid = "";
    private String metadataFile = "";
    private XMLStreamReader xml;

    private OmeXml() {}

    /** True for texts that are OME-XML, whole or damaged. */
    static boolean isOme(String text) {
        String head = bare(text);
        return (head.startsWith("<?xml")
                        || head.startsWith("<!--")
                        || ROOT.matcher(head).lookingAt())
                && ROOT.matcher(head).find();
    }

    /** Without a byte order mark and white space. */
    private static String bare(String text) {
        return (text.startsWith("\ufeff") ? text.substring(1) : text).strip();
    }

    /**
     * @throws IOException if the text is not well formed or its numbers make no sense
     */
    static OmeXml of(String text) throws IOException {
        OmeXml ome = new OmeXml();
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            ome.xml = factory.createXMLStreamReader(new StringReader(bare(text)));
            ome.read();
        } catch (XMLStreamException | IllegalArgumentException e) {
            String why = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            throw Refusal.damaged(0, "has OME-XML that makes no sense (" + why + ")", e);
        }
        return ome;
    }

    List<OmeImage> images() {
        return images;
    }

    /** Name of the file that holds the real text; "" where that is this one. */
    String metadataFile() {
        return metadataFile;
    }

    /** True where a reference means the file that this text is in. */
    boolean isOwn(OmeImage.Reference reference, Path file) {
        return reference.fileName().isEmpty()
                || reference.fileName().equals(file.getFileName().toString())
                || !uuid.isEmpty() && reference.uuid().equals(uuid);
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT) {
                element(xml.getLocalName());
            }
        }
    }

    private void element(String name) throws XMLStreamException {
        switch (name) {
            case "OME" -> uuid = text("UUID", "");
            case "BinaryOnly" -> metadataFile = text("MetadataFile", "");
            case "Image" -> {
                images.add(new OmeImage());
                last().name = text("Name", "");
            }
            case "Pixels" -> {
                if (!images.isEmpty()) {
                    pixels(last());
                }
            }
            case "Channel" -> {
                if (!images.isEmpty()) {
                    last().channelNames.add(text("Name", ""));
                }
            }
            case "TiffData" -> {
                if (!images.isEmpty()) {
                    data(last());
                }
            }
            case "UUID" -> {
                if (!images.isEmpty() && !last().references.isEmpty()) {
                    reference(last());
                }
            }
            default -> {
                // NB: the rest says nothing about pixels.
            }
        }
    }

    private OmeImage last() {
        return images.get(images.size() - 1);
    }

    private void pixels(OmeImage image) {
        image.width = number("SizeX", 0);
        image.height = number("SizeY", 0);
        image.slices = number("SizeZ", 1);
        image.channels = number("SizeC", 1);
        image.frames = number("SizeT", 1);
        image.order = text("DimensionOrder", "XYCZT");
        if (!image.order.matches("XY(CZT|CTZ|ZCT|ZTC|TCZ|TZC)")) {
            throw new IllegalArgumentException("the dimension order " + image.order);
        }
        image.extents = extents();
        image.frameSeconds =
                TimeUnits.known(
                        real("TimeIncrement") * TimeUnits.seconds(text("TimeIncrementUnit", "s")));
    }

    /** Of X, where nothing is said of Y; 0 counts as not said. */
    private PixelExtents extents() {
        Extent x = extent("X", Extent.UNKNOWN);
        return new PixelExtents(x, extent("Y", x), extent("Z", Extent.UNKNOWN));
    }

    private Extent extent(String axis, Extent otherwise) {
        double value = real("PhysicalSize" + axis);
        String unit = text("PhysicalSize" + axis + "Unit", LengthUnits.MICROMETER);
        return value == 0 ? otherwise : new Extent(value, unit);
    }

    private void data(OmeImage image) {
        int ifd = number("IFD", -1);
        int count = number("PlaneCount", -1);
        image.data.add(
                new OmeImage.Data(
                        ifd,
                        count < 0 && ifd >= 0 ? 1 : count,
                        number("FirstC", 0),
                        number("FirstZ", 0),
                        number("FirstT", 0)));
        image.references.add(OmeImage.Reference.NONE);
    }

    private void reference(OmeImage image) throws XMLStreamException {
        String fileName = text("FileName", "");
        String id = xml.getElementText().strip();
        image.references.set(image.references.size() - 1, new OmeImage.Reference(fileName, id));
    }

    private String text(String attribute, String otherwise) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? otherwise : value;
    }

    private int number(String attribute, int otherwise) {
        String value = xml.getAttributeValue(null, attribute);
        if (value == null) {
            return otherwise;
        }
        int number = Integer.parseInt(value.strip());
        if (number < 0) {
            throw new IllegalArgumentException(attribute + " " + number);
        }
        return number;
    }

    private double real(String attribute) {
        String value = xml.getAttributeValue(null, attribute);
        return value == null ? 0 : Double.parseDouble(value.strip());
    }
}
