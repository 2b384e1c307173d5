package centralcommand.ledger.checkpoint;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.location.LedgerLocation;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

/** Changes the key that signs for a ledger, from the command line: {@code LEDGER KEY-FILE}. The service may be running. */
public final class RotateKeyCommand {
    private RotateKeyCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(Clock.systemUTC(), System.out, System.err, arguments));
    }

    /** @return 0 if the key was changed, 1 if that failed, 2 if the arguments are wrong */
    static int run(Clock clock, PrintStream out, PrintStream err, String... arguments) {
        if (arguments.length != 2 || !(LedgerLocation.isMongo(arguments[0]) || Files.exists(Path.of(arguments[0])))) {
            err.println("Say where the ledger is (its file, or mongodb://…/database) and the file with its key.");
            return 2;
        }
        try (var ledger = LedgerLocation.open(arguments[0], clock)) {
            var introduced =
                    Checkpoints.signedWith(Path.of(arguments[1]), ledger).rotateKey();
            out.printf(
                    "From commit %d on this ledger is signed for by %s%n",
                    introduced.fromSize(), introduced.key().text());
            return 0;
        } catch (LedgerException e) {
            err.println(e.getMessage());
            return 1;
        }
    }
}
