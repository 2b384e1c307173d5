package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.note.Base64Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an auditor reads at the end: what is wrong, what is proved, and what is not. */
final class Report {
    private static final int SHOWN = 20;

    private final Verification.Outcome outcome;
    private final List<String> lines = new ArrayList<>();

    private Report(Verification.Outcome outcome) {
        this.outcome = outcome;
    }

    static String of(Verification.Outcome outcome) {
        var report = new Report(outcome);
        report.head();
        if (outcome.findings().none()) {
            report.proved();
        } else {
            report.findings();
        }
        report.notProved();
        return String.join("\n", report.lines) + "\n";
    }

    private void head() {
        add("%s: %,d commits with %,d events%s.", outcome.source(), outcome.commits(), outcome.events(), upTo());
        if (outcome.origin() != null) {
            add("The ledger is called %s.", outcome.origin());
        }
        add("");
    }

    private String upTo() {
        return outcome.commits() == 0 ? "" : ", the last one recorded at " + time(outcome.lastTime());
    }

    private static String time(long milliseconds) {
        return Instant.ofEpochMilli(milliseconds).toString();
    }

    private void findings() {
        var findings = outcome.findings();
        var kinds = findings.counts().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry ->
                        "%,d %s".formatted(entry.getValue(), entry.getKey().words()))
                .collect(Collectors.joining(", "));
        add("SOMETHING IS WRONG WITH THIS LEDGER (%s):", kinds);
        var shown = findings.first(SHOWN);
        for (Finding finding : shown) {
            add("- %s: %s: %s", finding.place(), finding.kind().words(), finding.sentence());
        }
        if (findings.count() > shown.size()) {
            add("- and %,d more.", findings.count() - shown.size());
        }
        var unchecked = outcome.checkpoints().unchecked();
        if (unchecked > 0) {
            add("%,d checkpoints could not be compared because commits before them are missing.", unchecked);
        }
        add("");
    }

    private void proved() {
        add("NOTHING IS WRONG. This is proved:");
        add(
                "- All %,d commits were read, from number 1 on without a gap, and each has the hash of its content and names the hash of the one before it.",
                outcome.commits());
        add(
                "- All %,d events have positions without a gap, sequences without a gap in their stream and ids of their own; no command was carried out twice; times and epochs never fall.",
                outcome.events());
        if (outcome.root() != null && outcome.commits() > 0) {
            add(
                    "- The root of the tree of all %,d commits is %s.",
                    outcome.commits(), Base64Text.encode(outcome.root()));
        }
        checkpoints();
        keys();
        add("");
    }

    private void checkpoints() {
        var checkpoints = outcome.checkpoints();
        if (checkpoints.kept() > 0) {
            add(
                    "- All %,d checkpoints kept in the ledger are signed by the key that it had then, and the tree had their roots.",
                    checkpoints.kept());
        }
        for (var outside : checkpoints.trust().checkpoints()) {
            add(
                    "- The checkpoint of %s holds: the first %,d commits are those that it was made of.",
                    outside.name(), outside.checkpoint().size());
        }
        checkpoints
                .cosigned()
                .forEach((witness, cosigned) -> add(
                        "- %s has cosigned the first %,d commits at %s.", witness, cosigned.size(), cosigned.time()));
    }

    private void keys() {
        var keys = outcome.checkpoints().keys();
        var given = outcome.checkpoints().trust().keys();
        if (keys.isEmpty()) {
            return;
        }
        if (given.isEmpty()) {
            add(
                    "- These signatures are by the key %s. It was taken on trust from the ledger itself, because none was given with --key: compare it with what the operator has published.",
                    keys.getFirst());
        } else {
            var first = keys.indexOf(
                    given.stream().filter(keys::contains).findFirst().orElse(keys.getFirst()));
            add(
                    "- These signatures are by the key that you gave%s.",
                    first == 0 ? "" : ", from when it was introduced on");
            if (first > 0) {
                add(
                        "- Checkpoints before that are by keys known from the ledger only, the first of them %s.",
                        keys.getFirst());
            }
        }
        if (keys.size() > 1) {
            add("- The key was replaced %,d times, each time signed for by the one before.", keys.size() - 1);
        }
    }

    private void notProved() {
        add("This is not proved:");
        var checkpoints = outcome.checkpoints();
        var covered = outcome.findings().none() ? Math.min(checkpoints.largest(), outcome.lastNumber()) : 0;
        var elsewhere = checkpoints.trust().checkpoints().stream()
                .mapToLong(outside -> outside.checkpoint().size())
                .max()
                .orElse(0);
        for (var cosigned : checkpoints.cosigned().values()) {
            elsewhere = Math.max(elsewhere, cosigned.size());
        }
        if (!outcome.findings().none()) {
            add(
                    "- Whatever the findings touch, those included that are only counted; one of them can hide another that stands behind it.");
            if (outcome.findings().counts().containsKey(Kind.WRONG_ROOT)) {
                add("- Which of the two histories is the true one: a checkpoint has one, this ledger has the other.");
            }
        } else if (covered < outcome.lastNumber()) {
            add(
                    "- That the last %,d commits, after the last checkpoint (%,d), are as they were first recorded.",
                    outcome.lastNumber() - covered, covered);
        }
        if (outcome.findings().none() && elsewhere < outcome.lastNumber()) {
            add(
                    elsewhere == 0
                            ? "- That the operator, who has the key, did not write another history from the start: only a checkpoint kept elsewhere shows that (--checkpoint, --witness)."
                            : "- That the operator, who has the key, did not rewrite what came after commit "
                                    + elsewhere + ", the last one that somebody else has vouched for.");
        }
        add("- That what was recorded is true, and that nothing was left unrecorded.");
    }

    private void add(String sentence, Object... values) {
        lines.add(values.length == 0 ? sentence : String.format(Locale.ROOT, sentence, values));
    }
}
