package centralcommand.command.server.capacity;

import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.shared.Rejection;
import java.time.LocalDate;

/** Refusals about tonnes, in order of precedence; those that other features share are in {@code CommonRejections}. */
final class CapacityRejections {
    private CapacityRejections() {}

    static Rejection containsItself(CapacityId id, String field) {
        return Rejection.rule(
                "CAPACITY_CIRCLE",
                "Figure \"%s\" cannot contain or follow itself. Name another figure.".formatted(id),
                field);
    }

    static Rejection supersededTwice(CapacityId id, CapacityId by) {
        return Rejection.rule(
                "ALREADY_SUPERSEDED",
                "Figure \"%s\" was superseded already, by \"%s\". Name that newer figure if this one takes its place."
                        .formatted(id, by),
                "supersedes");
    }

    static Rejection yearNotBegun(int year, LocalDate statedOn) {
        return Rejection.rule(
                "YEAR_NOT_BEGUN",
                "Nothing can have been made in %d when it was stated on %s. Check both, or pledge a capacity instead."
                        .formatted(year, statedOn),
                "year");
    }
}
