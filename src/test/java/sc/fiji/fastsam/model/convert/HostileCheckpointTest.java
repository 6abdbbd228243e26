package sc.fiji.fastsam.model.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.model.ModelException;

/** Files that want to run something, fill the memory, or are no checkpoints: each is refused. */
class HostileCheckpointTest {

    private static final long MEGABYTE = 1 << 20;

    /** What any import takes, however small the file: the bound of a pickle's values. */
    private static final long BASE = 96 * MEGABYTE;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @TempDir private Path folder;
    private Path file;
    private Path marker;

    @BeforeEach
    void nameFiles() throws IOException {
        file = Files.createDirectories(folder.resolve("a/b")).resolve("model.pt");
        marker = folder.resolve("executed");
    }

    @AfterEach
    void nothingWasExecutedOrLeftBehind() throws IOException {
        assertFalse(Files.exists(marker));
        try (Stream<Path> files = Files.walk(folder)) {
            assertEquals(
                    List.of(),
                    files.filter(path -> path.toString().matches(".*(onnx|part|evil)$")).toList());
        }
    }

    /** The message; checks that memory stayed within three times the file. */
    private String refused() throws IOException {
        long thread = Thread.currentThread().getId();
        long before = THREADS.getThreadAllocatedBytes(thread);
        ModelException e =
                assertThrows(
                        ModelException.class,
                        () ->
                                CheckpointImport.convert(
                                        file, folder.resolve("model.onnx"), Progress.NONE));
        long allocated = THREADS.getThreadAllocatedBytes(thread) - before;
        assertTrue(allocated < BASE + 3 * Files.size(file), allocated + " bytes");
        assertTrue(e.getMessage().startsWith("Model file " + file + " "), e.getMessage());
        return e.getMessage();
    }

    private String refused(byte[] pickle) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            store(zip, "model/data.pkl", pickle);
        }
        return refused();
    }

    private static void store(ZipOutputStream zip, String name, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        CRC32 crc = new CRC32();
        crc.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(crc.getValue());
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /** An honest checkpoint, whose entries are changed on the way. */
    private void change(String entries, UnaryOperator<byte[]> change) throws Exception {
        try (ZipFile from = new ZipFile(CheckpointImportTest.resource("tiny-v11.pt").toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(file))) {
            for (ZipEntry entry : from.stream().toList()) {
                byte[] content = from.getInputStream(entry).readAllBytes();
                boolean changed = entry.getName().matches(entries);
                store(to, entry.getName(), changed ? change.apply(content) : content);
            }
        }
    }

    private static byte[] replace(byte[] in, String from, String to) {
        String text = new String(in, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(text.contains(from), from);
        return text.replace(from, to).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "posix, system",
        "nt, system",
        "os, system",
        "subprocess, Popen",
        "builtins, eval",
        "__builtin__, exec",
        "__builtin__, __import__",
        "torch, load",
        "numpy, load",
        "ultralytics.nn; import os, system",
        "torch.nn.modules.x.y.z, Q",
        "runpy, run_path"
    })
    void functionsThatAreNotKnownAreNamedAndNotCalled(String module, String name)
            throws IOException {
        byte[] pickle =
                new PickleProgram()
                        .global(module, name)
                        .text("touch " + marker)
                        .op(0x85)
                        .op('R')
                        .stop();
        assertTrue(refused(pickle).contains("names " + module + "." + name + ", which is not"));
    }

    /** getattr(__import__, "system")("touch ...") */
    @Test
    void theResultOfACallIsNotCalled() throws IOException {
        byte[] pickle =
                new PickleProgram()
                        .global("__builtin__", "getattr")
                        .global("pathlib", "Path")
                        .text("system")
                        .op(0x86)
                        .op('R')
                        .text("touch " + marker)
                        .op(0x85)
                        .op('R')
                        .stop();
        assertTrue(refused(pickle).contains("calls what is no class or function by name"));
    }

    /** Lists of ten of the list before, forty times: 10^40 items if anybody counted. */
    @Test
    void nestedMemosTakeNoMemory() throws IOException {
        PickleProgram program = new PickleProgram().ops("]q").op(0);
        for (int i = 1; i < 40; i++) {
            program.ops("](");
            for (int k = 0; k < 10; k++) {
                program.op('h').op(i - 1);
            }
            program.op('e').op('q').op(i);
        }
        assertTrue(refused(program.stop()).contains("holds a list of 10 instead of a network"));
    }

    @Test
    void aListThatHoldsItselfEnds() throws IOException {
        byte[] pickle = new PickleProgram().ops("]q").op(0).op('h').op(0).op('a').stop();
        assertTrue(refused(pickle).contains("instead of a network"));
        byte[] asKey = new PickleProgram().ops("}]q").op(0).op('h').op(0).ops("aNs").stop();
        assertTrue(refused(asKey).contains("dictionary whose key is a list"));
    }

    @Test
    void aModuleThatHoldsItselfEnds() throws IOException {
        PickleProgram p = new PickleProgram();
        p.object(
                "ultralytics.nn.tasks",
                "SegmentationModel",
                () -> {
                    p.text("_modules").ops("}(").text("model");
                    p.global("torch.nn.modules.container", "Sequential").op(')').op(0x81);
                    p.op('q').op(0).ops("}(").text("f").integer(-1).text("_modules").ops("}(");
                    p.text("0").op('h').op(0).text("1").op('h').op(0);
                    p.text("2");
                    p.object(
                            "ultralytics.nn.modules.head",
                            "Segment",
                            () -> p.text("_modules").op('}'));
                    p.ops("uubu");
                });
        String message = refused(p.stop());
        assertTrue(message.contains("larger or deeper than any known"), message);
    }

    @ParameterizedTest
    @CsvSource({"N, ]", "}, ]", "q, ]", "X, ]"})
    void tenMillionValuesAreRefused(char kind, char begin) throws IOException {
        PickleProgram program = new PickleProgram().op(begin).op('(');
        for (int i = 0; i < 10_000_000; i++) {
            program.op(kind == 'q' ? 'N' : kind);
            if (kind == 'q') {
                program.op('r').number(i);
            } else if (kind == 'X') {
                program.number(0);
            }
        }
        String message = refused(program.op('e').stop());
        assertTrue(message.contains("more than 1000000 values") || message.contains("at most"));
    }

    @Test
    void aTextLongerThanTheFileIsRefused() throws IOException {
        byte[] pickle = new PickleProgram().op('X').number(Integer.MAX_VALUE).stop();
        assertTrue(refused(pickle).contains("ends too early"));
        assertTrue(refused(new PickleProgram().op('X').number(-5).stop()).contains("-5 bytes"));
    }

    @ParameterizedTest
    @CsvSource({"i, 0x69", "o, 0x6f", "P, 0x50", "I, 0x49", "\u0082, 0x82", "\u0093, 0x93"})
    void otherOpcodesAreRefused(char code, String name) throws IOException {
        byte[] pickle = new PickleProgram().op(code).stop();
        assertTrue(refused(pickle).contains("unknown pickle instruction " + name + " at byte 2"));
    }

    @Test
    void stacksThatDoNotAddUpAreRefused() throws IOException {
        for (String codes :
                List.of("", "a", "(", "(.", "s", "R", "e", "NNb0", "Ne", "N(Nu", "h\1")) {
            refused(new PickleProgram().ops(codes).stop());
        }
    }

    @Test
    void entriesWithPathsAreNotUnpacked() throws Exception {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            store(zip, "../../evil", new byte[] {1});
            store(zip, "../data.pkl", new PickleProgram().op('N').stop());
        }
        assertTrue(refused().contains("instead of a network"));
        change(
                "archive/data.pkl|.*/data.pkl",
                in -> replace(in, "X\1\0\0\0" + "0q", "X\1\0\0\0/q"));
        assertTrue(refused().contains("storage that is not named by a number"), refused());
    }

    @Test
    void compressedEntriesAreRefused() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("model/data.pkl"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 256; i++) {
                zip.write(zeros);
            }
        }
        assertTrue(Files.size(file) < MEGABYTE);
        assertTrue(refused().contains("is compressed, which PyTorch never does"));
    }

    @Test
    void storagesThatAreTooShortAreRefused() throws Exception {
        change(".*/data/7", in -> Arrays.copyOf(in, in.length - 4));
        assertTrue(refused().contains("which is too short"), refused());
    }

    @Test
    void tensorsOfMoreNumbersThanTheirStorageAreRefused() throws IOException {
        for (int[] shapeAndStride : new int[][] {{1 << 30, 0}, {1 << 30, 1}, {-1, 1}, {2, 3}}) {
            PickleProgram p = new PickleProgram();
            network(p, () -> tensor(p, shapeAndStride[0], shapeAndStride[1]));
            refused(p.stop());
        }
    }

    /** A network of a head whose strides are the tensor. */
    private static void network(PickleProgram p, Runnable tensor) {
        p.object(
                "ultralytics.nn.tasks",
                "SegmentationModel",
                () -> {
                    p.text("_modules").ops("}(").text("model");
                    p.object(
                            "torch.nn.modules.container",
                            "Sequential",
                            () -> {
                                p.text("_modules").ops("}(").text("0");
                                p.object(
                                        "torch.nn.modules.conv",
                                        "Conv2d",
                                        () -> {
                                            p.text("f").integer(-1);
                                            p.text("_buffers").op('}');
                                            p.text("_parameters").ops("}(").text("weight");
                                            tensor.run();
                                            p.op('u');
                                        });
                                p.text("1");
                                p.object(
                                        "ultralytics.nn.modules.head",
                                        "Segment",
                                        () -> p.text("_modules").op('}'));
                                p.op('u');
                            });
                    p.op('u');
                });
    }

    private static void tensor(PickleProgram p, int length, int stride) {
        p.global("torch._utils", "_rebuild_tensor_v2").op('(').op('(');
        p.text("storage").global("torch", "FloatStorage").text("0").text("cpu").integer(1);
        p.ops("tQ").integer(0).integer(length).op(0x85).integer(stride).op(0x85);
        p.op(0x89).op('}').ops("tR");
    }

    @Test
    void truncatedFilesAreRefused() throws Exception {
        byte[] honest = Files.readAllBytes(CheckpointImportTest.resource("tiny-v11.pt"));
        for (int length : new int[] {0, 1, 4, 100, honest.length / 2, honest.length - 1}) {
            Files.write(file, Arrays.copyOf(honest, length));
            String message = refused();
            assertTrue(message.contains("again") || message.contains("no checkpoint"), message);
        }
    }

    @Test
    void aStateDictIsRefused() throws IOException {
        PickleProgram p = new PickleProgram().ops("}(").text("model.0.conv.weight");
        tensor(p, 1, 1);
        assertTrue(refused(p.op('u').stop()).contains("holds a state dict"));
    }

    /** They do find masks, so another network is not what their owner needs. */
    @ParameterizedTest
    @CsvSource({"Segment26, YOLO26", "YOLOESegment, YOLOE", "Segment99, Segment99"})
    void ofUnknownHeadsForMasksTheWayOutIsSaid(String head, String what) throws Exception {
        change(".*data.pkl", in -> replace(in, "head\nSegment\n", "head\n" + head + "\n"));
        String message = refused();
        assertTrue(message.contains(what) && message.contains("yolo export"), message);
    }

    @ParameterizedTest
    @CsvSource({
        "Detect, boxes but no masks",
        "Pose, a pose network",
        "Classify, a classification network",
        "OBB, rotated boxes",
        "Segment26, YOLO26",
        "RTDETRDecoder, boxes but no masks"
    })
    void otherHeadsAreNamed(String head, String what) throws Exception {
        change(".*data.pkl", in -> replace(in, "head\nSegment\n", "head\n" + head + "\n"));
        String message = refused();
        assertTrue(message.contains(what) && message.contains(head), message);
    }

    @Test
    void otherLayersAreNamed() throws Exception {
        change(".*data.pkl", in -> replace(in, "block\nC3k2\n", "block\nA2C2f\n"));
        String message = refused();
        assertTrue(message.contains("its layer model.2 (A2C2f) is none of FastSAM"), message);
        assertTrue(message.contains("yolo export"), message);
    }

    @Test
    void otherKindsOfFilesAreNamed() throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            store(zip, "m/data.pkl", new PickleProgram().op('N').stop());
            store(zip, "m/constants.pkl", new byte[1]);
        }
        assertTrue(refused().contains("is a TorchScript file"));
        Files.write(file, "\20\0\0\0\0\0\0\0{\"weight\":{}}  ".getBytes("ISO-8859-1"));
        assertTrue(refused().contains("is a safetensors file"));
        Files.write(file, "<!DOCTYPE html><html>".getBytes("ISO-8859-1"));
        assertTrue(refused().contains("is a web page"));
        Files.write(file, new byte[] {8, 7, 18, 0});
        assertTrue(refused().contains("is no checkpoint of PyTorch"));
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(new PickleProgram().op('N').stop());
        }
        assertTrue(refused().contains("is no checkpoint of PyTorch"));
        file = folder.resolve("gone.pt");
        ModelException e =
                assertThrows(
                        ModelException.class,
                        () -> CheckpointImport.convert(file, marker, Progress.NONE));
        assertTrue(e.getMessage().contains("does not exist"), e.getMessage());
    }
}
