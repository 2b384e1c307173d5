package centralcommand.verify;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the program said about a ledger, and what it found in it. */
record Verdict(int exit, String out, String err, List<Finding> findings) {
    static Verdict of(Object source, String... more) throws Exception {
        var arguments = new String[more.length + 1];
        arguments[0] = source.toString();
        System.arraycopy(more, 0, arguments, 1, more.length);
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var exit = Verify.run(print(out), print(err), arguments);
        return new Verdict(
                exit,
                out.toString(StandardCharsets.UTF_8),
                err.toString(StandardCharsets.UTF_8),
                found(exit, arguments));
    }

    private static List<Finding> found(int exit, String... arguments) throws Exception {
        if (exit == Verify.NOT_VERIFIED) {
            return List.of();
        }
        var asked = Arguments.parse(arguments);
        try (var source = centralcommand.verify.source.Sources.open(asked.source());
                var verification = new Verification(
                        source, asked.trust(), new Progress(print(new ByteArrayOutputStream()), false))) {
            return verification.run().findings().kept();
        }
    }

    private static PrintStream print(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    Verdict holds() {
        assertThat(findings).isEmpty();
        assertThat(out).contains("NOTHING IS WRONG");
        assertThat(exit).isZero();
        return this;
    }

    /** Exactly these were found: kind, commit and position of each. */
    void finds(Place... places) {
        assertThat(findings.stream()
                        .map(f -> new Place(f.kind(), f.commit(), f.position()))
                        .toList())
                .as(() -> out)
                .containsExactlyInAnyOrder(places);
        assertThat(exit).isEqualTo(Verify.SOMETHING_WRONG);
        assertThat(out).contains("SOMETHING IS WRONG");
    }

    /** Among others, this was found. */
    void findsAmongOthers(Place place) {
        assertThat(findings.stream()
                        .map(f -> new Place(f.kind(), f.commit(), f.position()))
                        .toList())
                .as(() -> out)
                .contains(place);
        assertThat(exit).isEqualTo(Verify.SOMETHING_WRONG);
    }

    record Place(Kind kind, long commit, long position) {}

    static Place at(Kind kind, long commit, long position) {
        return new Place(kind, commit, position);
    }

    static Place at(Kind kind, long commit) {
        return new Place(kind, commit, 0);
    }
}
