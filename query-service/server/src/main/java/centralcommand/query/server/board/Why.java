package centralcommand.query.server.board;

import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.schedule.RebaselineReason;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.ActualReported;
import centralcommand.command.contract.schedule.ScheduleEvent.DoubtReported;
import centralcommand.command.contract.schedule.ScheduleEvent.ForecastReported;
import centralcommand.query.server.portfolio.Fact;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Word;
import centralcommand.query.server.portfolio.Pause;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Why a date moved or is in doubt, as its owner told it.
 *
 * @param promisedAnewFor the reason of the request to which the expected date is owed
 * @param pausedFor the reason of the pause to which it is owed
 * @param cause chosen from the list
 * @param narrative possibly empty
 */
record Why(
        @Nullable RebaselineReason promisedAnewFor,
        @Nullable PauseReason pausedFor,
        @Nullable Cause cause,
        @Nullable CauseBasis basis,
        String narrative) {
    private static final Why UNTOLD = new Why(null, null, null, null, "");

    /** By the latest word: a request that was approved, else the latest setback that says why. */
    static Why of(Milestone milestone) {
        return milestone
                .promisedAnew()
                .map(asked -> new Why(asked.reason(), null, null, null, asked.narrative()))
                .orElseGet(() -> {
                    Why told = milestone
                            .latestSetback()
                            .map(Word::entry)
                            .map(Why::of)
                            .orElse(UNTOLD);
                    return new Why(
                            null,
                            milestone.pausedFor().map(Pause::reason).orElse(null),
                            told.cause,
                            told.basis,
                            told.narrative);
                });
    }

    /** What one report says. */
    static Why of(Fact<ScheduleEvent> report) {
        return switch (report.event()) {
            case ForecastReported e -> new Why(null, null, e.cause(), e.causeBasis(), e.narrative());
            case DoubtReported e -> new Why(null, null, e.cause(), e.causeBasis(), e.narrative());
            case ActualReported e -> new Why(null, null, e.cause(), e.causeBasis(), e.narrative());
            default -> UNTOLD;
        };
    }

    /** As one code, to count by: {@code PAUSED_LITIGATION}, {@code PERMITTING}, {@code IN_WORDS_ONLY}. */
    String code() {
        if (promisedAnewFor != null) {
            return "PROMISED_ANEW_" + promisedAnewFor;
        }
        if (pausedFor != null) {
            return "PAUSED_" + pausedFor;
        }
        return Optional.ofNullable(cause)
                .map(Cause::name)
                .orElse(narrative.isEmpty() ? SlippageView.NONE_GIVEN : SlippageView.IN_WORDS_ONLY);
    }
}
