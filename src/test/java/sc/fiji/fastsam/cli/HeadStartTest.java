package sc.fiji.fastsam.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import sc.fiji.fastsam.model.ModelException;
import sc.fiji.fastsam.model.ModelFile;
import sc.fiji.fastsam.onnx.DeviceRequest;
import sc.fiji.fastsam.segment.NetworkId;

class HeadStartTest {

    @TempDir private Path folder;

    @Test
    void theUsualNetworkIsBegunAndTakenOnce() throws IOException {
        NetworkId usual = NetworkId.of(ModelFile.bundled(), DeviceRequest.AUTO);
        try (HeadStart start = HeadStart.of("segment", "a.tif", "--out", "out")) {
            assertTrue(start.isBegun());
            try (OpeningNetwork network = start.open(usual)) {
                assertFalse(start.isBegun());
                assertEquals(usual, network.id());
                assertEquals(32, network.await().model().stride());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "segment", // alone it is refused
                "evaluate a b",
                "segment a.tif --model=m.onnx",
                "segment a.tif --model m.onnx",
                "segment a.tif --gpu-natives=x",
                "select a.tif --device cpu",
                "segment a.tif --threads 2",
                "segment @options.txt",
                "segment --help"
            })
    void noNetworkIsBegunWhereAnotherOrNoneMayBeMeant(String line) {
        try (HeadStart start = HeadStart.of(line.split(" "))) {
            assertFalse(start.isBegun(), line);
        }
    }

    @Test
    void anotherNetworkIsOpenedInPlaceOfTheOneThatWasBegun() throws IOException {
        NetworkId other = NetworkId.of(ModelFile.bundled(), DeviceRequest.AUTO.withThreads(1));
        try (HeadStart start = HeadStart.of("segment", "a.tif", "--out", "out");
                OpeningNetwork network = start.open(other)) {
            assertFalse(start.isBegun());
            assertEquals(other, network.id());
            assertEquals(32, network.await().model().stride());
        }
    }

    @Test
    void whatCannotBeOpenedIsToldWhenItIsAwaited() throws IOException {
        Path file = Files.write(folder.resolve("no.onnx"), new byte[] {1, 2, 3, 4});
        NetworkId id = NetworkId.of(ModelFile.of(file), DeviceRequest.AUTO);
        try (OpeningNetwork network = HeadStart.none().open(id)) {
            assertThrows(ModelException.class, network::await);
        }
    }
}
