package sc.fiji.fastsam.model.download;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import sc.fiji.fastsam.concurrent.Progress;

/** One try to fetch what is missing of a file. Canceled within 0.1 s. */
final class Transfer {

    private static final int STEP_MILLIS = 100;
    private static final int OK = 200;
    private static final int PARTIAL = 206;
    private static final int BEYOND_END = 416;
    private static final int TOO_MANY = 429;
    private static final int SERVER_FAILED = 500;

    private final HttpClient client;
    private final Patience patience;
    private final Downloader.Sink sink;
    private final PartialFile partial;
    private final Progress listener;

    Transfer(
            HttpClient client,
            Patience patience,
            Downloader.Sink sink,
            PartialFile partial,
            Progress listener) {
        this.client = client;
        this.patience = patience;
        this.sink = sink;
        this.partial = partial;
        this.listener = listener;
    }

    /**
     * @param address where to look
     * @throws DownloadException if not all came
     */
    void run(URI address, RemoteFile file) throws IOException {
        Optional<String> validator = partial.validator(address);
        HttpRequest.Builder request = HttpRequest.newBuilder(address);
        request.header("User-Agent", "FastSAM-Fiji");
        // NB: else a server may compress, and a range would be one of compressed bytes.
        request.header("Accept-Encoding", "identity");
        if (validator.isPresent()) {
            request.header("Range", "bytes=" + partial.size() + "-");
            request.header("If-Range", validator.get());
        }
        HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(request.build());
        ChunkQueue chunks = new ChunkQueue();
        response.body().subscribe(chunks);
        try {
            receive(response, chunks, address, file);
        } finally {
            chunks.cancel();
        }
    }

    private void receive(HttpResponse<?> response, ChunkQueue chunks, URI address, RemoteFile file)
            throws IOException {
        int status = response.statusCode();
        if (status == PARTIAL && ContentRange.of(response).startsAt(partial.size())) {
            save(chunks, ContentRange.of(response).total(), file);
        } else if (status == OK) {
            partial.begin(address, validator(response));
            long length = response.headers().firstValueAsLong("Content-Length").orElse(0);
            save(chunks, length, file);
        } else if (status == PARTIAL || status == BEYOND_END) {
            if (partial.size() > 0 && ContentRange.of(response).total() == partial.size()) {
                return;
            }
            partial.delete();
            throw DownloadException.passing(file.address() + " changed on the server.", null);
        } else {
            throw refused(response, file);
        }
    }

    /** NB: If-Range takes strong ETags only. */
    private static Optional<String> validator(HttpResponse<?> response) {
        return response.headers()
                .firstValue("ETag")
                .filter(tag -> !tag.startsWith("W/"))
                .or(() -> response.headers().firstValue("Last-Modified"));
    }

    private static DownloadException refused(HttpResponse<?> response, RemoteFile file) {
        int status = response.statusCode();
        String said = response.uri() + " answered " + status + ". ";
        if (status == TOO_MANY || status >= SERVER_FAILED) {
            return DownloadException.passing(
                    said + "The server is busy or broken; try again later.", null);
        }
        return DownloadException.lasting(
                said
                        + file.name()
                        + " has moved, or needs a login. Download it with a browser, and install"
                        + " it from its folder, or name a mirror.");
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(HttpRequest request)
            throws IOException {
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> future =
                client.sendAsync(request, HttpResponse.BodyHandlers.ofPublisher());
        try {
            for (int waited = 0; waited < patience.silenceMillis(); waited += STEP_MILLIS) {
                listener.checkCanceled();
                try {
                    return future.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    continue;
                }
            }
            throw silent(request.uri().toString());
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            throw DownloadException.passing(
                    request.uri()
                            + " cannot be reached ("
                            + cause
                            + "). Check the network and the proxy, or install from a folder.",
                    cause);
        } catch (InterruptedException e) {
            throw interrupted();
        } finally {
            future.cancel(true);
        }
    }

    /**
     * @param total bytes of the whole file, 0 if unknown
     */
    private void save(ChunkQueue chunks, long total, RemoteFile file) throws IOException {
        long done = partial.size();
        try (OutputStream out = sink.open(partial)) {
            for (ChunkQueue.Chunk chunk = next(chunks, file);
                    !chunk.last();
                    chunk = next(chunks, file)) {
                done += write(chunk, out);
                if (done > Math.max(total, 2 * file.size())) {
                    throw DownloadException.lasting(
                            file.address()
                                    + " is much larger than the "
                                    + file.size()
                                    + " bytes it should have. It is not the file meant.");
                }
                listener.update(done, Math.max(total, done), "downloading " + file.name());
            }
        }
        if (done < total) {
            throw ended(file, null);
        }
    }

    private static long write(ChunkQueue.Chunk chunk, OutputStream out) throws IOException {
        long written = 0;
        for (ByteBuffer buffer : chunk.bytes()) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            out.write(bytes);
            written += bytes.length;
        }
        return written;
    }

    private ChunkQueue.Chunk next(ChunkQueue chunks, RemoteFile file) throws IOException {
        try {
            for (int waited = 0; waited < patience.silenceMillis(); waited += STEP_MILLIS) {
                listener.checkCanceled();
                Optional<ChunkQueue.Chunk> chunk = chunks.next(STEP_MILLIS);
                if (chunk.isPresent()) {
                    if (chunk.get().failure().isPresent()) {
                        throw ended(file, chunk.get().failure().get());
                    }
                    return chunk.get();
                }
            }
            throw silent(file.address().toString());
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private DownloadException silent(String address) {
        return DownloadException.passing(
                address
                        + " fell silent for "
                        + patience.silenceMillis() / 1000
                        + " s. Try again: the download goes on where it ended.",
                null);
    }

    private static DownloadException ended(RemoteFile file, Throwable cause) {
        return DownloadException.passing(
                file.address() + " broke off. Try again: the download goes on where it ended.",
                cause);
    }

    static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("The download was interrupted.");
    }
}
