package sc.fiji.fastsam.model.download;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/**
 * A file somewhere else.
 *
 * @param address http or https; of a file to be fetched by hand none of these
 * @param size about, for people; twice as much is refused
 * @param digest published by who offers it; empty where none is published
 */
public record RemoteFile(URI address, long size, Optional<Digest> digest) {

    private static final String PACKAGE = "package";

    /**
     * A file of a package, which the user fetches with the tools of its repository.
     *
     * @param described what to fetch, in words
     * @param name of the file
     */
    public static RemoteFile ofPackage(String described, String name, long size, Digest digest) {
        try {
            URI address = new URI(PACKAGE, null, "/" + name, described);
            return new RemoteFile(address, size, Optional.of(digest));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("No name of a file: " + name, e);
        }
    }

    /** True when the user has to fetch it, as it has no address of its own. */
    public boolean isByHand() {
        return PACKAGE.equals(address.getScheme());
    }

    /** Where to get it, for people: its address, or the package that holds it. */
    public String origin() {
        return isByHand() ? "the " + address.getFragment() : address.toString();
    }

    /** Last part of the address. */
    public String name() {
        String path = address.getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
