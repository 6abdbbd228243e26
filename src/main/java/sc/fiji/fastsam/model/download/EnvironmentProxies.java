package sc.fiji.fastsam.model.download;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Java's proxies, and where it knows none those of the variables {@code https_proxy}, {@code
 * http_proxy} and {@code no_proxy}, which other programs follow.
 */
final class EnvironmentProxies extends ProxySelector {

    private final Optional<ProxySelector> java;
    private final Map<String, String> environment;

    EnvironmentProxies(Optional<ProxySelector> java, Map<String, String> environment) {
        this.java = java;
        this.environment = environment;
    }

    @Override
    public List<Proxy> select(URI address) {
        List<Proxy> known = java.map(selector -> selector.select(address)).orElse(List.of());
        boolean direct = known.stream().allMatch(proxy -> proxy.type() == Proxy.Type.DIRECT);
        if (!direct || isExcepted(address.getHost())) {
            return known.isEmpty() ? List.of(Proxy.NO_PROXY) : known;
        }
        return List.of(proxy(variable(address.getScheme() + "_proxy")));
    }

    private String variable(String name) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank()
                ? environment.getOrDefault(name.toUpperCase(Locale.ROOT), "").strip()
                : value.strip();
    }

    private boolean isExcepted(String host) {
        if (host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]")) {
            return true;
        }
        for (String entry : variable("no_proxy").split("[,\\s]+")) {
            String suffix = entry.replaceFirst("^\\*?\\.", "");
            if (!suffix.isEmpty()
                    && (entry.equals("*") || host.equals(suffix) || host.endsWith("." + suffix))) {
                return true;
            }
        }
        return false;
    }

    /** NB: "host:port" without a scheme is common, and not a URI with a host. */
    private static Proxy proxy(String value) {
        if (value.isEmpty()) {
            return Proxy.NO_PROXY;
        }
        URI address = URI.create(value.contains("://") ? value : "http://" + value);
        if (address.getHost() == null) {
            throw new IllegalArgumentException(
                    "The proxy '" + value + "' is no http://host:port. Correct the variable.");
        }
        int port = address.getPort() < 0 ? 80 : address.getPort();
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.getHost(), port));
    }

    @Override
    public void connectFailed(URI address, SocketAddress proxy, IOException failure) {
        java.ifPresent(selector -> selector.connectFailed(address, proxy, failure));
    }
}
