package centralcommand.query.contract.board;

import java.time.LocalDate;

/**
 * The system's notice that the promised date passed and that nobody has said that the milestone was reached.
 *
 * @param givenOn the fifth business day after it, in the calendar of the agency that leads
 * @param promised the date that was missed
 * @param position of the notice
 */
public record MissedNotice(LocalDate givenOn, LocalDate promised, long position) {}
