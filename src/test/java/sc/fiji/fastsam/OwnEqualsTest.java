package sc.fiji.fastsam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import sc.fiji.fastsam.batch.journal.FileState;
import sc.fiji.fastsam.geometry.Region;
import sc.fiji.fastsam.geometry.Size;
import sc.fiji.fastsam.imagej.ChannelSource;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;
import sc.fiji.fastsam.settings.Device;
import sc.fiji.fastsam.settings.IndexRange;

/**
 * Records whose {@code equals} is written by hand, for a faster start, are equal by all components:
 * tests that compare them would hold nothing otherwise.
 */
class OwnEqualsTest {

    private static final ModelFile FILE = ModelFile.of(Path.of("a.onnx"));

    /** Two of each, of which no component is the other's. */
    private static final Map<Record, Record> OTHERS =
            Map.of(
                    new Size(3, 4),
                    new Size(5, 6),
                    new Region(1, 2, 3, 4),
                    new Region(5, 6, 7, 8),
                    new IndexRange(IndexRange.Kind.LISTED, List.of(1, 2)),
                    new IndexRange(IndexRange.Kind.ALL, List.of(1)),
                    new FileState(1, 2),
                    new FileState(3, 4),
                    new ChannelSource(1),
                    new ChannelSource(2),
                    DeviceRequest.AUTO,
                    new DeviceRequest(Device.CPU, 2, Optional.of(Path.of("natives"))),
                    new NetworkId(FILE, Optional.empty(), DeviceRequest.AUTO),
                    new NetworkId(
                            ModelFile.of(Path.of("b.onnx")),
                            Optional.of(new ModelFile.State(1, FileTime.fromMillis(2), List.of())),
                            new DeviceRequest(Device.CPU, 0, Optional.empty())));

    @Test
    void recordsThatDifferInOneComponentAreNotEqual() throws ReflectiveOperationException {
        for (Map.Entry<Record, Record> pair : OTHERS.entrySet()) {
            Record one = pair.getKey();
            Record same = mixed(one, pair.getValue(), -1);
            assertEquals(one, same);
            assertEquals(one.hashCode(), same.hashCode());
            assertFalse(one.equals(new Object()));
            for (int i = 0; i < one.getClass().getRecordComponents().length; i++) {
                assertNotEquals(one, mixed(one, pair.getValue(), i), "component " + i);
            }
        }
    }

    /** A copy of one, with one component of another. */
    private static Record mixed(Record one, Record other, int index)
            throws ReflectiveOperationException {
        RecordComponent[] components = one.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            Method accessor = components[i].getAccessor();
            types[i] = components[i].getType();
            values[i] = accessor.invoke(i == index ? other : one);
        }
        Constructor<? extends Record> constructor = one.getClass().getDeclaredConstructor(types);
        return constructor.newInstance(values);
    }

    @Test
    void allOfThemAreLookedAt() throws IOException {
        Set<String> looked =
                OTHERS.keySet().stream()
                        .map(one -> one.getClass().getSimpleName())
                        .collect(Collectors.toSet());
        List<String> written = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                String text = Files.readString(file);
                String name = file.getFileName().toString().replace(".java", "");
                if (text.contains("record " + name + "(")
                        && text.contains("boolean equals(Object")) {
                    written.add(name);
                }
            }
        }
        assertEquals(looked, Set.copyOf(written));
    }
}
