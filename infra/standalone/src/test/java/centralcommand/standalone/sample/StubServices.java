package centralcommand.standalone.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.command.contract.catalog.CommandCatalog;
import centralcommand.command.contract.catalog.CommandCatalog.CommandType;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Both APIs as far as an import sees them: it checks no rule, but carries out each command id once. */
final class StubServices implements AutoCloseable {
    private final JsonMapper json = JsonMapper.builder().build();
    private final HttpServer server;
    private final Map<String, Stored> byKey = new HashMap<>();
    private final List<Stored> stored = new ArrayList<>();
    private final Map<String, Integer> baselines = new HashMap<>();
    private Function<Request, @Nullable Reply> before = request -> null;
    private int requests;

    /** @param body as it was sent */
    record Request(String account, String name, JsonNode body) {}

    record Reply(int status, String body) {}

    /** @param event its stored name */
    record Stored(long position, String key, String account, String name, JsonNode body, String event, int baseline) {}

    StubServices() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/commands/", exchange -> answer(exchange, this::command));
        server.createContext("/api/events/", exchange -> answer(exchange, this::event));
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What answers instead, where it answers. */
    void answerFirst(Function<Request, @Nullable Reply> instead) {
        before = instead;
    }

    List<Stored> stored() {
        return List.copyOf(stored);
    }

    List<Stored> stored(String name) {
        return stored.stream().filter(each -> each.name().equals(name)).toList();
    }

    int requests() {
        return requests;
    }

    private interface Handler {
        @Nullable
        Reply reply(HttpExchange exchange) throws IOException;
    }

    /** Without a reply the connection breaks. */
    private synchronized void answer(HttpExchange exchange, Handler handler) throws IOException {
        requests++;
        Reply reply = handler.reply(exchange);
        if (reply != null) {
            exchange.getResponseHeaders().add("Retry-After", "0");
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private @Nullable Reply command(HttpExchange exchange) throws IOException {
        String name = last(exchange);
        String account = exchange.getRequestHeaders().getFirst("Authorization").replace("Bearer token-of-", "");
        JsonNode body = json.readTree(exchange.getRequestBody());
        Reply instead = before.apply(new Request(account, name, body));
        if (instead != null) {
            return instead.status() == 0 ? null : instead;
        }
        String key = account + " " + exchange.getRequestHeaders().getFirst("Idempotency-Key");
        Stored known = byKey.get(key);
        if (known != null && !known.body().equals(body)) {
            return new Reply(409, "{\"detail\":\"The same id was used for something else.\"}");
        }
        if (known == null) {
            known = new Stored(stored.size() + 1L, key, account, name, body, eventOf(name), baseline(name, body));
            stored.add(known);
            byKey.put(key, known);
        }
        return new Reply(
                200,
                "{\"commandId\":\"%s\",\"position\":%d,\"events\":[{\"position\":%d,\"type\":\"%s\"}],\"more\":1}"
                        .formatted(key, known.position(), known.position(), known.event()));
    }

    private int baseline(String name, JsonNode body) {
        return name.equals("propose-baseline")
                ? baselines.merge(body.get("programId").asString(), 1, Integer::sum)
                : 0;
    }

    private Reply event(HttpExchange exchange) {
        int position = Integer.parseInt(last(exchange));
        if (position > stored.size()) {
            return new Reply(404, "{\"detail\":\"There is no such event.\"}");
        }
        Stored event = stored.get(position - 1);
        return new Reply(
                200,
                json.writeValueAsString(Map.of(
                        "position", event.position(),
                        "commandId", event.key(),
                        "payload", "{\"baseline\":" + event.baseline() + "}")));
    }

    private static String eventOf(String name) {
        return CommandCatalog.COMMANDS.stream()
                .filter(command -> command.name().equals(name))
                .map(CommandType::yields)
                .findFirst()
                .orElseThrow()
                .getFirst();
    }

    private static String last(HttpExchange exchange) {
        String path = exchange.getRequestURI().getPath();
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
