package centralcommand.standalone;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.LinkedHashSet;
import java.util.Set;

/** Where pages and services listen, how people reach the pages, and how the three reach each other. */
record Addresses(InetAddress host, int portBase) {

    int webPort() {
        return portBase;
    }

    int commandPort() {
        return portBase + 1;
    }

    int queryPort() {
        return portBase + 2;
    }

    /** What people type, and what tokens name as their issuer. */
    URI pages() {
        if (host.isLoopbackAddress()) {
            return http("localhost", webPort());
        }
        return http(host.isAnyLocalAddress() ? localName() : literal(host), webPort());
    }

    /** Every address by which people may come to the pages; the authorization server sends nobody anywhere else. */
    Set<URI> allPages() {
        Set<URI> all = new LinkedHashSet<>(Set.of(pages()));
        if (host.isLoopbackAddress() || host.isAnyLocalAddress()) {
            all.add(http("localhost", webPort()));
            all.add(http("127.0.0.1", webPort()));
        }
        if (!host.isAnyLocalAddress()) {
            all.add(http(literal(host), webPort()));
        }
        return all;
    }

    URI web() {
        return http(within(), webPort());
    }

    URI command() {
        return http(within(), commandPort());
    }

    URI query() {
        return http(within(), queryPort());
    }

    /** A port in use is found before anything is opened or made. */
    void refuseUsedPorts() throws StartRefused {
        for (int port : new int[] {webPort(), commandPort(), queryPort()}) {
            try (ServerSocket probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new InetSocketAddress(host, port));
            } catch (IOException e) {
                throw StartRefused.impossible(
                        "Port %d on %s cannot be used (%s); stop what uses it, or choose other ports with --port-base."
                                .formatted(port, host.getHostAddress(), e.getMessage()));
            }
        }
    }

    private String within() {
        return host.isAnyLocalAddress() || host.isLoopbackAddress() ? "localhost" : literal(host);
    }

    private static String literal(InetAddress address) {
        return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : address.getHostAddress();
    }

    private static String localName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException unnamed) {
            return "localhost";
        }
    }

    private static URI http(String name, int port) {
        return URI.create("http://" + name + ":" + port);
    }
}
