package sc.fiji.fastsam.model.download;

import java.net.URI;
import java.util.Map;

/**
 * Another place for all files: host and path of each address are appended to the mirror's. With
 * {@code https://mirror.example/ai/}, {@code https://github.com/a/b.pt} is looked for at {@code
 * https://mirror.example/ai/github.com/a/b.pt}.
 *
 * @param base empty for no mirror
 */
public record Mirror(String base) {

    /** Variable of the environment that names a mirror. */
    public static final String VARIABLE = "FASTSAM_MIRROR";

    /** Files come from where they are published. */
    public static final Mirror NONE = new Mirror("");

    /**
     * @throws IllegalArgumentException if it is neither empty nor an http or https address
     */
    public Mirror {
        if (!base.isEmpty() && !base.matches("https?://[^/\\s]+(/\\S*)?")) {
            throw new IllegalArgumentException(
                    "A mirror must be an http or https address, but was '" + base + "'.");
        }
    }

    /** What the environment says. */
    public static Mirror of(Map<String, String> environment) {
        return new Mirror(environment.getOrDefault(VARIABLE, "").strip());
    }

    /** Where to look. */
    URI of(URI address) {
        if (base.isEmpty()) {
            return address;
        }
        String start = base.endsWith("/") ? base : base + "/";
        return URI.create(start + address.getAuthority() + address.getRawPath());
    }
}
