package centralcommand.command.contract.schedule;

import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.contract.shared.Text;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The date that is to be promised for a milestone instead of the one promised before.
 *
 * @param date last day of the promised period; another day of the period is moved to it
 * @param precision DAY where left out
 * @param asStated the source's own words
 */
public record NewDate(
        MilestoneId milestoneId,
        LocalDate date,
        @Nullable Precision precision,
        @Nullable String asStated) {

    public NewDate {
        precision = precision == null ? Precision.DAY : precision;
        date = precision.last(Days.required("date", date));
        asStated = Text.bounded("asStated", asStated, Text.PARAGRAPH);
    }

    public StatedDate promised() {
        return new StatedDate(date, precision == null ? Precision.DAY : precision, asStated == null ? "" : asStated);
    }
}
