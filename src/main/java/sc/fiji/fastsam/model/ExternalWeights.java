package sc.fiji.fastsam.model;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** Weights that an ONNX file keeps in other files, as {@code net.onnx.data} beside it. */
public final class ExternalWeights {

    private static final int GRAPH = 7;
    private static final int NODE = 1;
    private static final int INITIALIZER = 5;
    private static final int EXTERNAL_DATA = 13;

    /** Of a node its attributes, of an attribute its tensor. */
    private static final int ATTRIBUTE = 5;

    private static final int TENSOR = 5;

    private static final List<List<Integer>> PLACES =
            List.of(
                    List.of(GRAPH, INITIALIZER, EXTERNAL_DATA),
                    List.of(GRAPH, NODE, ATTRIBUTE, TENSOR, EXTERNAL_DATA));

    private ExternalWeights() {}

    /**
     * The other files as the network names them, relative to its own folder; none of a file that is
     * no network.
     *
     * @throws IOException if the file cannot be opened
     */
    public static SortedSet<String> of(Path onnx) throws IOException {
        SortedSet<String> names = new TreeSet<>();
        for (List<Integer> place : PLACES) {
            try (InputStream in = new BufferedInputStream(Files.newInputStream(onnx))) {
                collect(new ProtoInput(in, Files.size(onnx)), place, names);
            }
        }
        return names;
    }

    /**
     * Those of the other files that are there, in the order of their names.
     *
     * @throws IOException if the network's file cannot be opened
     */
    public static List<Path> filesOf(Path onnx) throws IOException {
        return of(onnx).stream()
                .flatMap(name -> path(name).stream())
                .map(onnx::resolveSibling)
                .map(Path::normalize)
                .filter(Files::isRegularFile)
                .distinct()
                .toList();
    }

    /** A name as a path without detours; nothing where this system has no such paths. */
    public static Optional<Path> path(String name) {
        try {
            return Optional.of(Path.of(name).normalize());
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** NB: what is damaged is for ONNX Runtime to refuse, in its words. */
    private static void collect(ProtoInput model, List<Integer> place, SortedSet<String> names) {
        try {
            model.each(
                    place,
                    entry -> {
                        if (text(entry, 1).equals("location")) {
                            names.add(text(entry, 2));
                        }
                    });
        } catch (IOException e) {
            return;
        }
    }

    private static String text(byte[] entry, int field) throws IOException {
        StringBuilder text = new StringBuilder();
        new ProtoInput(new ByteArrayInputStream(entry), entry.length)
                .each(
                        List.of(field),
                        content -> text.append(new String(content, StandardCharsets.UTF_8)));
        return text.toString();
    }
}
