package centralcommand.ledger.mongo;

import centralcommand.ledger.Commit;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.append.Outcome;
import centralcommand.ledger.append.Outcome.Recorded;
import centralcommand.ledger.append.Outcome.Refused;
import centralcommand.ledger.append.Placed;
import centralcommand.ledger.append.Placement;
import centralcommand.ledger.append.Tip;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commits that wait for their outcome. They are placed in rounds, for a round may be overtaken by another writer.
 *
 * <p>A refusal rests on what was placed before it, so it is answered only when all of that was recorded: else a command could be called
 * a repetition of one that never came in.
 */
final class Batch {
    private final List<Commit> commits;
    private final @Nullable Outcome[] outcomes;
    private final List<Step> round = new ArrayList<>();

    Batch(List<Commit> commits) {
        this.commits = commits;
        this.outcomes = new Outcome[commits.size()];
    }

    /**
     * One commit in this round.
     *
     * @param placed null where it was refused
     * @param tip with this commit and those placed before
     */
    private record Step(
            int index,
            @Nullable Placed placed,
            Tip tip,
            @Nullable LedgerException refusal) {}

    boolean isOpen() {
        return Arrays.stream(outcomes).anyMatch(outcome -> outcome == null);
    }

    /** Begins a round: gives those without an outcome their places, in order, until so many have one. */
    List<Placed> place(Placement placement, int most) {
        round.clear();
        var placed = new ArrayList<Placed>();
        for (var i = 0; i < outcomes.length && placed.size() < most; i++) {
            if (outcomes[i] == null) {
                placeOne(i, placement, placed);
            }
        }
        return placed;
    }

    private void placeOne(int index, Placement placement, List<Placed> placed) {
        try {
            var place = placement.place(commits.get(index));
            placed.add(place);
            round.add(new Step(index, place, placement.tip(), null));
        } catch (UnansweredException e) {
            throw e;
        } catch (LedgerException e) {
            round.add(new Step(index, null, placement.tip(), e));
        }
    }

    /** The first {@code count} that have a place are recorded; so the refusals among them, and up to the next one, hold. */
    void recorded(int count) {
        var left = count;
        for (var step : round) {
            if (step.placed != null) {
                if (left == 0) {
                    return;
                }
                left--;
                outcomes[step.index] = new Recorded(step.placed.commit());
            } else if (step.refusal != null) {
                outcomes[step.index] = new Refused(step.refusal);
            }
        }
    }

    /** Where the log ends with the first {@code count} of this round. */
    Tip tipAfter(int count) {
        return placedSteps().get(count - 1).tip;
    }

    /** Answers those with a place after the first {@code recorded} of this round. */
    void refuse(int recorded, LedgerException why) {
        placedSteps().stream().skip(recorded).forEach(step -> outcomes[step.index] = new Refused(why));
    }

    /** Answers all that have no outcome. */
    void refuseRest(LedgerException why) {
        for (var i = 0; i < outcomes.length; i++) {
            if (outcomes[i] == null) {
                outcomes[i] = new Refused(why);
            }
        }
    }

    private List<Step> placedSteps() {
        return round.stream().filter(step -> step.placed != null).toList();
    }

    List<Outcome> outcomes() {
        var all = new ArrayList<Outcome>(outcomes.length);
        for (var outcome : outcomes) {
            if (outcome == null) {
                throw new IllegalStateException("A commit of the batch has no outcome.");
            }
            all.add(outcome);
        }
        return all;
    }
}
