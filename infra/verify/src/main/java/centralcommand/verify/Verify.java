package centralcommand.verify;

import centralcommand.verify.source.Sources;
import centralcommand.verify.source.UnreadableException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The program {@code infra/verify/verify}. Ends with 0 if all holds, with 1 if something is wrong, with 2 if nothing could be verified. */
public final class Verify {
    static final int ALL_HOLDS = 0;
    static final int SOMETHING_WRONG = 1;
    static final int NOT_VERIFIED = 2;

    private Verify() {}

    /** Verifies what the arguments name and ends the process. */
    public static void main(String[] arguments) {
        // What an auditor reads must not depend on where he sits.
        Locale.setDefault(Locale.ROOT);
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    /** Verifies and says on the streams what it found; the result is how the process ends. */
    static int run(PrintStream out, PrintStream err, String... arguments) {
        if (List.of(arguments).contains("--help") || Arrays.asList(arguments).contains("-h")) {
            out.print(usage());
            return ALL_HOLDS;
        }
        try {
            var asked = Arguments.parse(arguments);
            if (asked.proof() != null) {
                return new ProofVerification(out, asked.trust()).run(asked.proof());
            }
            try (var source = Sources.open(asked.source());
                    var verification = new Verification(
                            source, asked.trust(), new Progress(err, Boolean.getBoolean("verify.terminal")))) {
                var outcome = verification.run();
                out.print(Report.of(outcome));
                return outcome.findings().none() ? ALL_HOLDS : SOMETHING_WRONG;
            }
        } catch (Arguments.UsageException | UnreadableException e) {
            err.println(e.getMessage());
        } catch (InvalidPathException e) {
            err.println("There is no such file: " + e.getInput());
        } catch (UncheckedIOException e) {
            err.println("Temporary files are needed and could not be used: " + e.getMessage());
        } catch (OutOfMemoryError e) {
            err.println(
                    "The memory was not enough; a commit of this ledger is larger than any honest one. Nothing is proved.");
        } catch (IllegalStateException e) {
            err.println("The verifier has a defect and stopped, so nothing is proved: " + e.getCause());
        }
        return NOT_VERIFIED;
    }

    private static String usage() {
        try (var in = Verify.class.getResourceAsStream("usage.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
