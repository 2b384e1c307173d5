package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Findings;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.source.Entry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether the commits stand in the order of their numbers without a gap; hands them on in that order, each with the one that follows it. */
final class Order {
    private static final int REMEMBERED_GAPS = 1_000;

    private final Findings findings;
    private final Following following;
    private final List<Gap> gaps = new ArrayList<>();
    private Entry.@Nullable Commit held;
    private long expected = 1;

    /** Takes the commits in order. */
    interface Following {
        void commit(Entry.Commit commit, Entry.@Nullable Commit following);

        /** At least one commit is missing before the next one. */
        void gap();
    }

    private record Gap(long from, long to) {}

    Order(Findings findings, Following following) {
        this.findings = findings;
        this.following = following;
    }

    void accept(Entry.Commit commit) {
        if (commit.number() < 1) {
            findings.add(Finding.of(
                    Kind.MALFORMED, "A commit has number %d; they count from 1.".formatted(commit.number())));
            return;
        }
        if (held == null) {
            held = commit;
            return;
        }
        if (commit.number() == expected && held.number() == expected + 1) {
            findings.add(
                    Finding.at(Kind.REORDERED, commit.number(), "It stands after commit %d.".formatted(held.number())));
            take(commit, held);
            return;
        }
        take(held, commit);
        held = commit;
    }

    void end() {
        if (held != null) {
            take(held, null);
        }
    }

    private void take(Entry.Commit commit, Entry.@Nullable Commit next) {
        var number = commit.number();
        if (number < expected) {
            var missed = gaps.stream().anyMatch(gap -> gap.from() <= number && number <= gap.to());
            findings.add(
                    missed
                            ? Finding.at(
                                    Kind.REORDERED, number, "It stands where commit %d comes next.".formatted(expected))
                            : Finding.at(Kind.DOUBLED, number, "A commit of this number stands there twice."));
            return;
        }
        if (number > expected) {
            if (next != null && next.number() == expected + 1) {
                missing(expected, expected);
                findings.add(Finding.at(
                        Kind.REORDERED, number, "It stands where commit %d comes next.".formatted(expected)));
                expected++;
                return;
            }
            missing(expected, number - 1);
        }
        following.commit(commit, next);
        expected = number == Long.MAX_VALUE ? number : number + 1;
    }

    private void missing(long from, long to) {
        if (gaps.size() < REMEMBERED_GAPS) {
            gaps.add(new Gap(from, to));
        }
        findings.add(Finding.at(
                Kind.MISSING,
                from,
                from == to
                        ? "Commit %d is missing. So the previous hash of commit %d and the roots of all later trees cannot be checked."
                                .formatted(from, to + 1)
                        : "Commits %d to %d are missing. So the previous hash of commit %d and the roots of all later trees cannot be checked."
                                .formatted(from, to, to + 1)));
        following.gap();
    }
}
