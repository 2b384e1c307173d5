package centralcommand.command.contract.schedule;

import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Longest;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A milestone as a baseline promises it.
 *
 * @param date last day of the promised period; absent where no date was published
 * @param precision how exactly it was promised; DAY where left out beside a date
 * @param asStated the source's own words
 * @param owner who answers for it, where known
 */
public record PlannedMilestone(
        MilestoneId milestoneId,
        @Longest(Text.LINE) String title,
        @Nullable LocalDate date,
        @Nullable Precision precision,
        @Nullable String asStated,
        @Nullable MilestoneKind kind,
        @Longest(Text.LINE) @Nullable String owner) {

    public PlannedMilestone {
        title = Text.required("title", title, Text.LINE);
        owner = owner == null ? null : Text.optional("owner", owner, Text.LINE);
        kind = kind == null ? MilestoneKind.OTHER : kind;
        asStated = Text.bounded("asStated", asStated, Text.PARAGRAPH);
        if (date != null) {
            precision = precision == null ? Precision.DAY : precision;
            date = precision.last(Days.required("date", date));
        }
    }

    /** The promised date, where there is one. */
    public @Nullable StatedDate promised() {
        return date == null || precision == null
                ? null
                : new StatedDate(date, precision, asStated == null ? "" : asStated);
    }
}
