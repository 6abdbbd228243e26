package sc.fiji.fastsam.model.download;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import sc.fiji.fastsam.concurrent.Progress;
import sc.fiji.fastsam.io.TemporaryFile;

/** Fetches files over HTTP. A download that ended early goes on where it ended. Thread-safe. */
public final class Downloader {

    private static final int STEP_MILLIS = 100;

    private final HttpClient client;
    private final Mirror mirror;
    private final Patience patience;
    private final Sink sink;

    /** Opens the place that bytes are appended to. */
    interface Sink {
        OutputStream open(PartialFile file) throws IOException;
    }

    Downloader(Mirror mirror, ProxySelector proxies, Patience patience, Sink sink) {
        this.mirror = mirror;
        this.patience = patience;
        this.sink = sink;
        // NB: NORMAL follows redirects to other hosts, but never from https to http.
        client =
                HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .connectTimeout(Duration.ofMillis(patience.connectMillis()))
                        .proxy(proxies)
                        .build();
    }

    /**
     * With the proxies of Java and of the environment.
     *
     * @param environment variables
     */
    public static Downloader create(Mirror mirror, Map<String, String> environment) {
        ProxySelector proxies =
                new EnvironmentProxies(
                        Optional.ofNullable(ProxySelector.getDefault()), environment);
        return new Downloader(mirror, proxies, Patience.USUAL, PartialFile::append);
    }

    /**
     * Fetches a file, unless it was complete already. What comes is kept in a file {@code .part}
     * until it is complete and has the published digest.
     *
     * @param target whose folder must be there
     * @throws DownloadException if it cannot be had; says why
     * @throws java.util.concurrent.CancellationException when the listener says so; what is there
     *     stays for another call
     * @throws IOException if it cannot be written
     */
    public void download(RemoteFile file, Path target, Progress listener) throws IOException {
        PartialFile partial = new PartialFile(target);
        checkSpace(file, partial);
        for (int trial = 1; ; trial++) {
            try {
                URI address = mirror.of(file.address());
                new Transfer(client, patience, sink, partial, listener).run(address, file);
                break;
            } catch (DownloadException e) {
                if (!e.isWorthAnotherTry() || trial == patience.tries()) {
                    throw e;
                }
                pause(listener);
            }
        }
        verify(file, partial, listener);
        TemporaryFile.move(partial.content(), target);
        partial.deleteNote();
    }

    private static void checkSpace(RemoteFile file, PartialFile partial) throws IOException {
        FileStore store = Files.getFileStore(partial.content().toAbsolutePath().getParent());
        long needed = file.size() - partial.size();
        if (store.getUsableSpace() < needed) {
            throw DownloadException.lasting(
                    String.format(
                            Locale.ROOT,
                            "%s needs %.0f MB on %s, where %.0f MB are free. Make room, or choose"
                                    + " another folder.",
                            file.name(),
                            needed / 1e6,
                            store,
                            store.getUsableSpace() / 1e6));
        }
    }

    private static void verify(RemoteFile file, PartialFile partial, Progress listener)
            throws IOException {
        if (file.digest().isEmpty()) {
            return;
        }
        Digest published = file.digest().get();
        Digest found = Digest.of(partial.content(), published.algorithm(), listener);
        if (!found.equals(published)) {
            partial.delete();
            throw DownloadException.lasting(
                    file.address()
                            + " is not the file that was published: its "
                            + found
                            + " should be "
                            + published.hex()
                            + ". It was deleted. Try again; if it happens again, a proxy or the"
                            + " mirror changes files, or the file was replaced.");
        }
    }

    private void pause(Progress listener) throws IOException {
        try {
            for (int i = 0; i < patience.pauseMillis(); i += STEP_MILLIS) {
                listener.checkCanceled();
                Thread.sleep(STEP_MILLIS);
            }
        } catch (InterruptedException e) {
            throw Transfer.interrupted();
        }
    }
}
