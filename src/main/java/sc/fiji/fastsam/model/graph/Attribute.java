package sc.fiji.fastsam.model.graph;

/** An attribute of a node. */
public final class Attribute {

    private static final int NAME = 1;
    private static final int TYPE = 20;

    private final ProtoMessage message;

    private Attribute(ProtoMessage message) {
        this.message = message;
    }

    /** A whole number. */
    public static Attribute of(String name, long value) {
        return new Attribute(new ProtoMessage().add(NAME, name).add(3, value).add(TYPE, 2));
    }

    /** A text. */
    public static Attribute of(String name, String value) {
        return new Attribute(new ProtoMessage().add(NAME, name).add(4, value).add(TYPE, 3));
    }

    /** Whole numbers. */
    public static Attribute ofNumbers(String name, int... values) {
        ProtoMessage message = new ProtoMessage().add(NAME, name);
        for (int value : values) {
            message.add(8, (long) value);
        }
        return new Attribute(message.add(TYPE, 7));
    }

    /** A tensor of one number. */
    public static Attribute ofTensor(String name, float value) {
        ProtoMessage tensor = new ProtoMessage().add(1, 1).add(2, OnnxGraph.FLOAT).add(4, value);
        return new Attribute(new ProtoMessage().add(NAME, name).add(5, tensor).add(TYPE, 4));
    }

    ProtoMessage message() {
        return message;
    }
}
