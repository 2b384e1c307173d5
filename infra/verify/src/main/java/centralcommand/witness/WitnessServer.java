package centralcommand.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Speaks HTTP for a witness: {@code POST /add-checkpoint} as C2SP tlog-witness has it, and {@code GET /checkpoint}. */
final class WitnessServer implements AutoCloseable {
    /** A proof has at most 63 lines of 45 bytes and a note some signatures. */
    private static final int LONGEST_BODY = 64 << 10;

    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String SIZE = "text/x.tlog.size";
    private static final int BACKLOG = 50;

    private final Witness witness;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final InstantSource clock;
    private final PrintStream log;

    WitnessServer(Witness witness, InetSocketAddress address, InstantSource clock, PrintStream log) throws IOException {
        this.witness = witness;
        this.clock = clock;
        this.log = log;
        limit();
        server = HttpServer.create(address, BACKLOG);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Whoever connects and says nothing must not keep others out. The JDK reads these once, before its first server. */
    private static void limit() {
        set("sun.net.httpserver.maxReqTime", "10");
        set("sun.net.httpserver.maxRspTime", "10");
        set("sun.net.httpserver.idleInterval", "30");
        set("sun.net.httpserver.maxReqHeaders", "50");
        set("sun.net.httpserver.maxReqHeaderSize", "16384");
        set("jdk.httpserver.maxConnections", "100");
    }

    private static void set(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    int port() {
        return server.getAddress().getPort();
    }

    private record Response(int status, String type, String body, String said) {}

    private void handle(HttpExchange exchange) throws IOException {
        Response response;
        try {
            response = respond(exchange);
        } catch (IOException e) {
            response = new Response(500, TEXT, "The witness could not do its work.\n", "failed: " + e.getMessage());
        }
        log.printf(
                "%s %s %s %d %s%n",
                clock.instant(),
                exchange.getRemoteAddress().getAddress().getHostAddress(),
                printable(exchange.getRequestMethod() + " "
                        + exchange.getRequestURI().getPath()),
                response.status(),
                printable(response.said()));
        try (exchange) {
            var bytes = response.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", response.type());
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.sendResponseHeaders(response.status(), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private Response respond(HttpExchange exchange) throws IOException {
        return switch (exchange.getRequestURI().getPath()) {
            case "/add-checkpoint" ->
                exchange.getRequestMethod().equals("POST") ? add(exchange) : wrongMethod(exchange, "POST");
            case "/checkpoint" ->
                exchange.getRequestMethod().equals("GET") ? checkpoint() : wrongMethod(exchange, "GET");
            default -> new Response(404, TEXT, "There is nothing here.\n", "unknown path");
        };
    }

    private static Response wrongMethod(HttpExchange exchange, String allowed) {
        exchange.getResponseHeaders().set("Allow", allowed);
        return new Response(405, TEXT, "Only " + allowed + " is understood here.\n", "wrong method");
    }

    private Response checkpoint() {
        return witness.checkpoint()
                .map(note -> new Response(200, TEXT, note, "shown"))
                .orElseGet(() -> new Response(404, TEXT, "Nothing was cosigned yet.\n", "nothing cosigned yet"));
    }

    private Response add(HttpExchange exchange) throws IOException {
        var bytes = exchange.getRequestBody().readNBytes(LONGEST_BODY + 1);
        if (bytes.length > LONGEST_BODY) {
            return new Response(413, TEXT, "The request is too large.\n", "too large");
        }
        String body;
        try {
            body = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Response(400, TEXT, "The request is no UTF-8.\n", "no UTF-8");
        }
        return switch (witness.add(body)) {
            case Witness.Answer.Cosigned(var line, var size) -> new Response(200, TEXT, line, "cosigned " + size);
            case Witness.Answer.Malformed(var why) -> new Response(400, TEXT, "Bad request: " + why + ".\n", why);
            case Witness.Answer.UnknownOrigin() ->
                new Response(404, TEXT, "This log is not known here.\n", "unknown origin");
            case Witness.Answer.NotSigned() ->
                new Response(
                        403, TEXT, "No trusted key of the log has signed this checkpoint.\n", "not signed by the log");
            case Witness.Answer.OtherSize(var size) ->
                new Response(409, SIZE, size + "\n", "the last one cosigned is " + size);
            case Witness.Answer.OtherRoot(var size) ->
                new Response(
                        409,
                        TEXT,
                        "Another root was cosigned for this size.\n",
                        "TWO HISTORIES: the log has signed two roots for size " + size);
            case Witness.Answer.ProofFails(var size) ->
                new Response(
                        422,
                        TEXT,
                        "The proof does not show that the tree grew out of the last checkpoint cosigned.\n",
                        "no proof that it grew from " + size);
        };
    }

    private static String printable(String text) {
        return text.codePoints()
                .limit(200)
                .map(c -> c < ' ' || c > '~' ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
