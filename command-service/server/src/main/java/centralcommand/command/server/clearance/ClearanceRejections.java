package centralcommand.command.server.clearance;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** Refusals about releasing, withdrawing, certifying and correcting, in order of precedence. */
final class ClearanceRejections {
    private ClearanceRejections() {}

    static Rejection unknownEntry(long position, String field) {
        return Rejection.unknown(
                "UNKNOWN_ENTRY",
                "There is no entry at position %d that you can act on. Look it up among your agency's entries."
                        .formatted(position),
                field);
    }

    static Rejection otherAgencysEntry(long position) {
        return Rejection.permission(
                "NOT_YOUR_AGENCY",
                "The entry at position %d is not your agency's. Ask the agency that submitted it.".formatted(position));
    }

    static Rejection otherAgency(Agency agency) {
        return Rejection.permission(
                "NOT_YOUR_AGENCY", "You do not act for %s. Ask one of its approvers.".formatted(agency));
    }

    static Rejection ownEntry(long position) {
        return Rejection.permission(
                "OWN_ENTRY",
                "You submitted the entry at position %d yourself, so another approver has to release it."
                        .formatted(position));
    }

    static Rejection notAuthor(long position, @Nullable String author) {
        return Rejection.permission(
                "NOT_AUTHOR",
                "Only %s, who submitted the entry at position %d, can withdraw it.".formatted(author, position));
    }

    static Rejection withdrawn(long position, String field) {
        return Rejection.rule(
                "ENTRY_WITHDRAWN",
                "The entry at position %d was withdrawn by its author. Take it off the list, or ask for it to be entered again."
                        .formatted(position),
                field);
    }

    static Rejection released(long position) {
        return Rejection.rule(
                "ENTRY_RELEASED",
                "The entry at position %d is released, so it cannot be withdrawn any more. Strike it with correct-entry."
                        .formatted(position),
                "position");
    }

    static Rejection notReleased(long position) {
        return Rejection.rule(
                "ENTRY_NOT_RELEASED",
                "The entry at position %d is not released yet. Its author can withdraw it with withdraw-entry instead."
                        .formatted(position),
                "position");
    }

    static Rejection struck(long position) {
        return Rejection.rule(
                "ENTRY_STRUCK",
                "The entry at position %d was struck already. Enter what is right by its ordinary command."
                        .formatted(position),
                "position");
    }

    static Rejection notCorrectable(long position, String wayOut) {
        return Rejection.rule(
                "ENTRY_NOT_CORRECTABLE",
                "The entry at position %d cannot be struck. %s".formatted(position, wayOut),
                "position");
    }

    static Rejection monthNotBegun(YearMonth month, YearMonth current) {
        return Rejection.rule(
                "MONTH_NOT_BEGUN",
                "%s has not begun; it is %s in Washington. Certify a month that has ended or is under way."
                        .formatted(month, current),
                "month");
    }

    static Rejection monthTooEarly(YearMonth month, YearMonth first) {
        return Rejection.rule(
                "MONTH_TOO_EARLY",
                "%s is before %s, the first month that can be certified. Give the month of the report."
                        .formatted(month, first),
                "month");
    }
}
