package centralcommand.witness;

import centralcommand.verify.note.MalformedNoteException;
import centralcommand.verify.note.VerifierKey;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The program {@code infra/verify/witness}. */
public final class WitnessProgram {
    private WitnessProgram() {}

    /** Serves until the process is ended; ends with 2 if it cannot begin. */
    public static void main(String[] arguments) {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (List.of(arguments).contains("--help") || List.of(arguments).contains("-h")) {
            out.print(usage());
            return;
        }
        try {
            var asked = Arguments.parse(arguments);
            var started = start(asked, InstantSource.system(), out);
            Runtime.getRuntime().addShutdownHook(new Thread(started::close));
        } catch (WitnessException e) {
            new PrintStream(System.err, true, StandardCharsets.UTF_8).println(e.getMessage());
            System.exit(2);
        }
    }

    /** A witness at work. */
    record Running(WitnessServer server, WitnessState state, VerifierKey key) implements AutoCloseable {
        @Override
        public void close() {
            server.close();
            state.close();
        }
    }

    static Running start(Arguments asked, InstantSource clock, PrintStream out) throws WitnessException {
        var lock = WitnessState.lock(asked.state());
        try {
            var keyFile = asked.state().resolve("key");
            WitnessState.begin(asked.state(), keyFile);
            var key = WitnessKey.in(keyFile, asked.name());
            var state = WitnessState.in(asked.state(), lock, key.verifierKey());
            var witness = new Witness(asked.logKeys(), key, state, clock);
            var server = new WitnessServer(witness, asked.address(), clock, out);
            out.printf(
                    "Witness of %s at http://%s:%d. Its verifier key, for the log and for auditors:%n%s%n",
                    asked.logKeys().getFirst().name(),
                    asked.address().getHostString(),
                    server.port(),
                    key.verifierKey());
            return new Running(server, state, key.verifierKey());
        } catch (IOException e) {
            close(lock);
            throw new WitnessException("The witness cannot listen at %s port %d: %s"
                    .formatted(asked.address().getHostString(), asked.address().getPort(), e.getMessage()));
        } catch (WitnessException e) {
            close(lock);
            throw e;
        }
    }

    private static void close(AutoCloseable lock) {
        try {
            lock.close();
        } catch (Exception e) {
            // What is said instead is the reason why nothing began.
        }
    }

    /** What the command line asks for. */
    record Arguments(
            Path state,
            List<VerifierKey> logKeys,
            InetSocketAddress address,
            @Nullable String name) {
        Arguments {
            logKeys = List.copyOf(logKeys);
        }

        static Arguments parse(String... arguments) throws WitnessException {
            Path state = null;
            var logKeys = new ArrayList<VerifierKey>();
            var host = "127.0.0.1";
            var port = 8090;
            String name = null;
            for (var i = 0; i < arguments.length; i += 2) {
                if (i + 1 == arguments.length) {
                    throw new WitnessException(
                            "%s needs a value, or is not understood; --help shows what is.".formatted(arguments[i]));
                }
                var value = arguments[i + 1];
                switch (arguments[i]) {
                    case "--state" -> state = Path.of(value);
                    case "--log" -> logKeys.add(logKey(value));
                    case "--host" -> host = value;
                    case "--port" -> port = port(value);
                    case "--name" -> name = value;
                    default ->
                        throw new WitnessException(
                                "%s is not understood; --help shows what is.".formatted(arguments[i]));
                }
            }
            if (state == null || logKeys.isEmpty()) {
                throw new WitnessException("A witness needs --state and --log; --help shows more.");
            }
            if (logKeys.stream().map(VerifierKey::name).distinct().count() > 1) {
                throw new WitnessException("All keys must be of one log; run a witness of its own for another one.");
            }
            try {
                return new Arguments(state, logKeys, new InetSocketAddress(InetAddress.getByName(host), port), name);
            } catch (UnknownHostException e) {
                throw new WitnessException("The host %s is not known.".formatted(host));
            }
        }

        private static VerifierKey logKey(String text) throws WitnessException {
            try {
                var key = VerifierKey.parse(text);
                if (key.type() == VerifierKey.Type.NOTE) {
                    return key;
                }
            } catch (MalformedNoteException e) {
                throw new WitnessException("%s is no verifier key: %s.".formatted(text, e.getMessage()));
            }
            throw new WitnessException("%s is the key of a witness; --log takes that of a ledger.".formatted(text));
        }

        private static int port(String text) throws WitnessException {
            if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= 65_535) {
                return Integer.parseInt(text);
            }
            throw new WitnessException("%s is no port.".formatted(text));
        }
    }

    private static String usage() {
        try (var in = WitnessProgram.class.getResourceAsStream("usage.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
