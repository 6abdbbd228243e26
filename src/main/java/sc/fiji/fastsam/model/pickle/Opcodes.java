package sc.fiji.fastsam.model.pickle;

import java.util.List;
import java.util.Locale;

/** What each byte of a pickle tells the machine to do: those of protocol 2 that PyTorch writes. */
final class Opcodes {

    static final int STOP = '.';

    private static final Opcode[] TABLE = new Opcode[256];

    static {
        addConstants();
        addNumbers();
        addContainers();
        addMemo();
        addObjects();
    }

    private Opcodes() {}

    /** One instruction. */
    interface Opcode {
        void run(PickleReader reader) throws PickleException;
    }

    static Opcode of(int code, int position) throws PickleException {
        if (TABLE[code] == null) {
            throw new PickleException(
                    String.format(
                            Locale.ROOT,
                            "has the unknown pickle instruction 0x%02x at byte %d",
                            code,
                            position));
        }
        return TABLE[code];
    }

    private static void addConstants() {
        TABLE[0x80] = PickleReader::protocol;
        TABLE['N'] = r -> r.stack().push(None.NONE);
        TABLE[0x88] = r -> r.stack().push(true);
        TABLE[0x89] = r -> r.stack().push(false);
        TABLE['X'] = r -> r.stack().push(r.in().text(r.in().signedInt()));
    }

    private static void addNumbers() {
        TABLE['J'] = r -> r.stack().push((long) r.in().signedInt());
        TABLE['K'] = r -> r.stack().push((long) r.in().unsignedByte());
        TABLE['M'] = r -> r.stack().push((long) r.in().unsignedShort());
        TABLE[0x8a] = r -> r.stack().push(r.in().signedLong(r.in().unsignedByte()));
        TABLE['G'] = r -> r.stack().push(r.in().bigEndianDouble());
    }

    private static void addContainers() {
        TABLE['}'] = r -> r.stack().push(new PickleDict());
        TABLE[']'] = r -> r.stack().push(new PickleList());
        TABLE[')'] = r -> r.tuple(0);
        TABLE[0x85] = r -> r.tuple(1);
        TABLE[0x86] = r -> r.tuple(2);
        TABLE[0x87] = r -> r.tuple(3);
        TABLE['('] = r -> r.stack().mark();
        TABLE['t'] = r -> r.stack().push(new PickleList(r.stack().popToMark()));
        TABLE['a'] = r -> r.append(List.of(r.stack().pop()));
        TABLE['e'] = r -> r.append(r.stack().popToMark());
        TABLE['s'] = Opcodes::setItem;
        TABLE['u'] = r -> r.setItems(r.stack().popToMark());
    }

    private static void setItem(PickleReader reader) throws PickleException {
        Object value = reader.stack().pop();
        reader.setItems(List.of(reader.stack().pop(), value));
    }

    private static void addMemo() {
        TABLE['q'] = r -> r.stack().keep(r.in().unsignedByte());
        TABLE['r'] = r -> r.stack().keep(r.in().signedInt());
        TABLE['h'] = r -> r.stack().recall(r.in().unsignedByte());
        TABLE['j'] = r -> r.stack().recall(r.in().signedInt());
        TABLE['0'] = r -> r.stack().pop();
        TABLE['1'] = r -> r.stack().popToMark();
    }

    private static void addObjects() {
        TABLE['c'] = PickleReader::name;
        TABLE['R'] = PickleReader::call;
        TABLE[0x81] = PickleReader::call;
        TABLE['b'] = PickleReader::build;
        TABLE['Q'] = r -> r.stack().push(new PersistentId(r.stack().pop()));
    }
}
