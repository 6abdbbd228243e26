package sc.fiji.fastsam.model.download;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentProxiesTest {

    private static final Map<String, String> VARIABLES =
            Map.of(
                    "https_proxy", "http://proxy.example:3128/",
                    "HTTP_PROXY", "other.example:8080",
                    "no_proxy", "intra.example, .lab.example,*.third.example");

    private static List<Proxy> select(String address) {
        return new EnvironmentProxies(Optional.empty(), VARIABLES).select(URI.create(address));
    }

    @ParameterizedTest
    @CsvSource({
        "https://github.com/x, proxy.example, 3128",
        "http://github.com/x, other.example, 8080",
        "https://notintra.example/x, proxy.example, 3128"
    })
    void theVariablesNameProxies(String address, String host, int port) {
        InetSocketAddress proxy = (InetSocketAddress) select(address).get(0).address();
        assertEquals(host, proxy.getHostName());
        assertEquals(port, proxy.getPort());
    }

    @ParameterizedTest
    @CsvSource({
        "https://intra.example/x",
        "https://a.intra.example/x",
        "http://b.lab.example/x",
        "http://c.third.example/",
        "http://localhost/x",
        "http://127.0.0.1:80/x"
    })
    void exceptionsAreReachedDirectly(String address) {
        assertEquals(List.of(Proxy.NO_PROXY), select(address));
    }

    @Test
    void javasOwnProxiesWin() {
        Proxy own = new Proxy(Proxy.Type.HTTP, new InetSocketAddress("127.0.0.1", 9));
        ProxySelector java = ProxySelector.of((InetSocketAddress) own.address());
        assertEquals(
                List.of(own),
                new EnvironmentProxies(Optional.of(java), VARIABLES)
                        .select(URI.create("https://github.com/x")));
    }

    @Test
    void aVariableThatIsNoAddressIsAnError() {
        EnvironmentProxies proxies =
                new EnvironmentProxies(Optional.empty(), Map.of("https_proxy", "http://:x"));
        assertThrows(
                IllegalArgumentException.class,
                () -> proxies.select(URI.create("https://github.com/x")));
    }
}
