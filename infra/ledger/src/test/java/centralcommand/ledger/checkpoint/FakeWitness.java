package centralcommand.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.NoteSignature;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.ledger.proof.SigningKey;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** Answers as the test says, also as no witness should. */
final class FakeWitness implements AutoCloseable {
    private static final String SIZE = "text/x.tlog.size";
    private static final String TEXT = "text/plain; charset=utf-8";

    private final SigningKey key;
    private final ServerSocket socket;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    /** What is answered to the body of a request. */
    @FunctionalInterface
    interface Answer {
        void to(String body, OutputStream out) throws IOException, InterruptedException;
    }

    FakeWitness(String name, Answer answer) throws IOException {
        key = SigningKey.generate(name);
        socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(() -> accept(answer));
    }

    private void accept(Answer answer) {
        while (true) {
            try {
                var connection = socket.accept();
                threads.execute(() -> serve(connection, answer));
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static void serve(Socket connection, Answer answer) {
        try (connection) {
            var in = connection.getInputStream();
            var head = new StringBuilder();
            while (head.indexOf("\r\n\r\n") < 0) {
                head.append((char) in.read());
            }
            var length = head.toString()
                    .lines()
                    .filter(line -> line.startsWith("Content-Length: "))
                    .map(line -> Integer.parseInt(line.substring("Content-Length: ".length())))
                    .findFirst()
                    .orElse(0);
            answer.to(new String(in.readNBytes(length), UTF_8), connection.getOutputStream());
        } catch (IOException e) {
            // The other side has given up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    Witness witness(HttpClient http) {
        return witness(http, Duration.ofSeconds(20));
    }

    Witness witness(HttpClient http, Duration patience) {
        return new Witness(
                key.witnessKey(), URI.create("http://127.0.0.1:" + socket.getLocalPort() + "/"), http, patience);
    }

    /** Cosigns everything. */
    static FakeWitness trusting(String name) throws IOException {
        var itself = new AtomicReference<FakeWitness>();
        var made = new FakeWitness(
                name, (body, out) -> answer(out, 200, TEXT, itself.get().cosigned(body)));
        itself.set(made);
        return made;
    }

    /** Says that he has cosigned this size, and answers this to whoever goes on from there. */
    static FakeWitness having(long size, int status, String type, String text) throws IOException {
        return new FakeWitness("agency.example/strict", (body, out) -> {
            if (body.startsWith("old " + size + "\n")) {
                answer(out, status, type, text);
            } else {
                answer(out, 409, SIZE, size + "\n");
            }
        });
    }

    static FakeWitness withAnotherRoot(long size) throws IOException {
        return having(size, 409, TEXT, "Another root was cosigned for this size.\n");
    }

    String cosigned(String body) {
        return line(note(body));
    }

    static SignedNote note(String body) {
        return SignedNote.parse(body.substring(body.indexOf("\n\n") + 2));
    }

    static long size(String body) {
        return Checkpoint.parse(note(body).text()).size();
    }

    String line(SignedNote note) {
        return line(key.cosign(note, 1_764_000_000).signatures().getLast());
    }

    static String line(NoteSignature signature) {
        return "\u2014 %s %s\n".formatted(signature.keyName(), signature.base64());
    }

    static void answer(OutputStream out, int status, String type, String body) throws IOException {
        out.write("HTTP/1.1 %d Said\r\nContent-Type: %s\r\nContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(status, type, body.getBytes(UTF_8).length, body)
                .getBytes(UTF_8));
        out.flush();
    }

    /** Begins an answer that never ends, and says nothing more. */
    static FakeWitness silentAfterTheFirstBytes(String name) throws IOException {
        var until = new CountDownLatch(1);
        return new FakeWitness(name, (body, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nabc".getBytes(UTF_8));
            out.flush();
            until.await();
        });
    }

    /** Talks as long as anybody listens. */
    static FakeWitness endless(String name) throws IOException {
        return new FakeWitness(name, (body, out) -> {
            out.write("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write(new byte[64 * 1024]);
            }
        });
    }

    @Override
    public void close() throws IOException {
        socket.close();
        threads.shutdownNow();
    }
}
