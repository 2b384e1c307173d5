package centralcommand.query.server.portfolio;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.board.MilestoneStatus;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Milestone.Slip;
import centralcommand.query.server.portfolio.Milestone.Word;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What boards sort and count a milestone by, worked out once as long as nothing more is said of its program.
 *
 * @param slip against the original baseline
 * @param onFile its date; absent where it has none
 * @param badNews words that made its date worse, earliest first
 */
public record Digest(
        Milestone milestone,
        @Nullable Slip slip,
        boolean closed,
        @Nullable LocalDate onFile,
        @Nullable LocalDate lastHeardOn,
        List<Word> badNews) {

    /** Greatest slip first; moves within precision, and of dates set by law, after real slips; those without a figure last. */
    public static final Comparator<Digest> BY_SLIP = Comparator.comparingInt(Digest::rank)
            .thenComparing(Comparator.comparingLong(Digest::slipDays).reversed())
            .thenComparing(digest -> digest.milestone().id().value())
            .thenComparing(digest -> digest.milestone().program().id().value());

    static Digest of(Milestone milestone) {
        Dated onFile = milestone.onFile();
        LocalDate day = onFile == null ? null : onFile.stated().date();
        return new Digest(
                milestone,
                milestone.slipVsOriginal(),
                milestone.isClosed(),
                day,
                milestone.lastHeardOn(),
                milestone.kind() == MilestoneKind.STATUTORY
                        ? List.of()
                        : milestone.words().stream().filter(Word::isBadNews).toList());
    }

    private int rank() {
        return slip == null ? 2 : slip.withinPrecision() || milestone.kind() == MilestoneKind.STATUTORY ? 1 : 0;
    }

    public long slipDays() {
        return slip == null ? 0 : slip.days();
    }

    /** Whether its date has passed without a word. */
    public boolean isSilent(LocalDate today) {
        return onFile != null && onFile.isBefore(today) && milestone.status(today) == MilestoneStatus.NO_REPORT;
    }
}
