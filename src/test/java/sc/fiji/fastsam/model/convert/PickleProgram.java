package sc.fiji.fastsam.model.convert;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes pickles of protocol 2, opcode by opcode, honest or not. */
public final class PickleProgram {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Begins with the protocol. */
    public PickleProgram() {
        op(0x80).op(2);
    }

    /** One byte. */
    public PickleProgram op(int code) {
        out.write(code);
        return this;
    }

    /** Opcodes as characters. */
    public PickleProgram ops(String codes) {
        codes.chars().forEach(out::write);
        return this;
    }

    /** A class or function. */
    public PickleProgram global(String module, String name) {
        return op('c').ops(module + "\n" + name + "\n");
    }

    /** A text. */
    public PickleProgram text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        op('X').number(bytes.length);
        out.writeBytes(bytes);
        return this;
    }

    /** A whole number. */
    public PickleProgram integer(int value) {
        return op('J').number(value);
    }

    /** Four bytes. */
    public PickleProgram number(int value) {
        out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
        return this;
    }

    /** An object of a class, with attributes that {@code attributes} leaves on the stack. */
    public PickleProgram object(String module, String name, Runnable attributes) {
        global(module, name).op(')').op(0x81).ops("}(");
        attributes.run();
        return ops("ub");
    }

    /** All bytes, with the end. */
    public byte[] stop() {
        op('.');
        return out.toByteArray();
    }
}
