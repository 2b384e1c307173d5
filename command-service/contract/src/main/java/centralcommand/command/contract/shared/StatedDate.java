package centralcommand.command.contract.shared;

import java.time.LocalDate;

/**
 * A date as it was said.
 *
 * @param date last day of the period; another day of the period is moved to it
 * @param precision how exactly it was said
 * @param asStated the source's own words, possibly empty
 */
public record StatedDate(LocalDate date, Precision precision, String asStated) {

    public StatedDate {
        date = precision.last(date);
        asStated = Text.optional("asStated", asStated, Text.PARAGRAPH);
    }

    /** First day on which the statement would hold. */
    public LocalDate first() {
        return precision.first(date);
    }
}
