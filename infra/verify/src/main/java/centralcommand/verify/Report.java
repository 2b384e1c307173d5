package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.note.Base64Text;
import centralcommand.verify.note.VerifierKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What an auditor reads at the end: what is wrong, what is proved, and what is not. */
final class Report {
    private static final int SHOWN = 20;
    private static final int NAMED_KEYS = 5;

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
            add("%,d checkpoints could not be compared because commits before them are missing or damaged.", unchecked);
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
                    "- The checkpoint of %s%s holds: the first %,d commits are those that it was made of.",
                    outside.name(),
                    outside.elsewhere() ? "" : ", which lies beside the ledger's key,",
                    outside.checkpoint().size());
        }
        checkpoints
                .cosigned()
                .forEach((witness, cosigned) -> add(
                        "- %s has cosigned the first %,d commits at %s.",
                        witness.name(), cosigned.size(), cosigned.time()));
    }

    private void keys() {
        var keys = outcome.checkpoints().keys();
        var signers = List.copyOf(outcome.checkpoints().signers());
        if (signers.isEmpty()) {
            return;
        }
        if (outcome.checkpoints().trust().keys().isEmpty()) {
            add("- These signatures are by %s.", named(signers));
            add(
                    "- The key %s was taken on trust from the ledger itself, because none was given with --key: compare it with what the operator has published.",
                    keys.getFirst());
        } else {
            givenKeys(keys, signers);
        }
        if (keys.size() > 1) {
            add("- The key was replaced %,d times, each time signed for by the one before.", keys.size() - 1);
        }
    }

    /** Each key vouches for those that came after it, and for none before it. */
    private void givenKeys(List<VerifierKey> keys, List<VerifierKey> signers) {
        var given = outcome.checkpoints().trust().keys();
        var first = given.stream()
                .mapToInt(keys::indexOf)
                .filter(index -> index >= 0)
                .min()
                .orElse(0);
        var byGiven = signers.stream().filter(given::contains).toList();
        var later = signers.stream()
                .filter(key -> !given.contains(key) && keys.indexOf(key) > first)
                .toList();
        var earlier = signers.stream()
                .filter(key -> !given.contains(key) && keys.indexOf(key) < first)
                .toList();
        if (!byGiven.isEmpty()) {
            add("- These signatures are by the key that you gave: %s.", named(byGiven));
        }
        if (!later.isEmpty()) {
            add("- Later ones are by keys that it has vouched for: %s.", named(later));
        }
        if (!earlier.isEmpty()) {
            add("- Checkpoints before that are by keys known from the ledger only: %s.", named(earlier));
        }
    }

    private static String named(List<VerifierKey> keys) {
        var names = keys.stream().limit(NAMED_KEYS).map(VerifierKey::toString).collect(Collectors.joining(", "));
        return keys.size() <= NAMED_KEYS ? names : "%s and %,d more".formatted(names, keys.size() - NAMED_KEYS);
    }

    private void notProved() {
        add("This is not proved:");
        if (outcome.findings().none()) {
            afterTheLastCheckpoint();
        } else {
            add(
                    "- Whatever the findings touch, those included that are only counted; one of them can hide another that stands behind it.");
            if (outcome.findings().counts().containsKey(Kind.WRONG_ROOT)) {
                add("- Which of the two histories is the true one: a checkpoint has one, this ledger has the other.");
            }
        }
        cutOff();
        silent();
        add("- That what was recorded is true, and that nothing was left unrecorded.");
    }

    private void afterTheLastCheckpoint() {
        var covered = Math.min(outcome.checkpoints().largest(), outcome.lastNumber());
        if (covered < outcome.lastNumber()) {
            add(
                    "- That the last %,d commits, after the last checkpoint (%,d), are as they were first recorded.",
                    outcome.lastNumber() - covered, covered);
        }
        var vouched = outcome.checkpoints().vouched();
        if (vouched == 0) {
            add(
                    "- That the operator, who has the key, did not write another history from the start: only a checkpoint kept elsewhere shows that (--checkpoint, --witness).");
        } else if (vouched < outcome.lastNumber()) {
            add(
                    "- That the operator, who has the key, did not rewrite what came after commit %,d, the last one that somebody else has vouched for.",
                    vouched);
        }
    }

    private void cutOff() {
        var vouched = outcome.findings().none() ? outcome.checkpoints().vouched() : 0;
        add(
                "- That nothing was cut off %s: the last commits can be removed together with the checkpoints that speak about them, and nobody needs a key for that.",
                vouched == 0
                        ? "at the end"
                        : String.format(
                                Locale.ROOT,
                                "after commit %,d, the last one that somebody else has vouched for",
                                vouched));
        if (outcome.findings().none() && outcome.checkpoints().missingNotes() > 0) {
            add(
                    "- That no checkpoint was removed: %,d numbers of notes are left out, from note %,d on.",
                    outcome.checkpoints().missingNotes(), outcome.checkpoints().firstMissingNote());
        }
    }

    private void silent() {
        var checkpoints = outcome.checkpoints();
        for (var witness : checkpoints.trust().witnesses()) {
            if (!checkpoints.cosigned().containsKey(witness)) {
                add(
                        "- Anything by the witness %s: it has signed nothing here. Either it was never asked, or what it signed was removed: ask it for the last checkpoint that it saw, and give that with --checkpoint.",
                        witness.name());
            }
        }
        for (var key : checkpoints.trust().keys()) {
            if (!checkpoints.signers().contains(key)) {
                add(
                        "- Anything by the key %s that you gave: it has signed nothing here. No checkpoint that is left is by it, so it vouches for no commit.",
                        key);
            }
        }
    }

    private void add(String sentence, Object... values) {
        lines.add(values.length == 0 ? sentence : String.format(Locale.ROOT, sentence, values));
    }
}
