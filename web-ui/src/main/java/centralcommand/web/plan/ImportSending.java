package centralcommand.web.plan;

import centralcommand.plans.proposal.ProposedImport.Step;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.Outcome;
import centralcommand.web.plan.KeptImport.Result;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends what is left of an import, in order, for as long as somebody may be made to wait; a further request goes on from there. */
final class ImportSending {
    private static final Duration A_WHILE = Duration.ofSeconds(5);
    private static final int TOO_OFTEN = 429;

    private final CommandApi commands;

    ImportSending(CommandApi commands) {
        this.commands = commands;
    }

    /** @return why it stopped before it was done, where it is not for the time; null otherwise */
    @Nullable
    String send(KeptImport kept) {
        kept.sending().lock();
        try {
            long end = System.nanoTime() + A_WHILE.toNanos();
            for (Step step = kept.next(); step != null; step = kept.next()) {
                String stopped = send(step, kept);
                if (stopped != null || System.nanoTime() - end > 0) {
                    return stopped;
                }
            }
            return null;
        } finally {
            kept.sending().unlock();
        }
    }

    private @Nullable String send(Step step, KeptImport kept) {
        boolean groundless =
                step.needs().stream().map(kept::result).anyMatch(result -> !(result instanceof Result.Recorded));
        if (groundless) {
            kept.add(new Result.NotSent("Not sent: the proposal of an activity that it is about was refused."));
            return null;
        }
        return switch (commands.send(step.name(), step.command(), step.commandId(), null)) {
            case Outcome.Receipt receipt -> {
                kept.reached(receipt);
                kept.add(new Result.Recorded(receipt.events().stream()
                        .map(Outcome.Recorded::position)
                        .toList()));
                yield null;
            }
            case Outcome.Refused refused when refused.status() == TOO_OFTEN -> refused.detail();
            case Outcome.Refused refused -> {
                kept.add(new Result.Refused(refused.code(), refused.detail()));
                yield null;
            }
            case Outcome.Unavailable away -> away.sentence();
        };
    }
}
