package centralcommand.ledger.checkpoint;

import centralcommand.ledger.sqlite.SqliteLedger;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** A JVM of its own that changes the key of a ledger again and again. */
final class RotatingProcess {
    private RotatingProcess() {}

    static Process start(Path file, Path key, int changes) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        RotatingProcess.class.getName(),
                        file.toString(),
                        key.toString(),
                        Integer.toString(changes)))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.INHERIT)
                .start();
    }

    public static void main(String[] arguments) {
        try (var ledger = SqliteLedger.open(Path.of(arguments[0]), Clock.systemUTC())) {
            var checkpoints = Checkpoints.signedWith(Path.of(arguments[1]), ledger);
            for (var n = Integer.parseInt(arguments[2]); n > 0; n--) {
                checkpoints.rotateKey();
            }
        }
    }
}
