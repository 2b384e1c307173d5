package centralcommand.command.server.funding;

import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.shared.Rejection;

/** Refusals about a funding line's place among the others, in order of precedence; what a source says of money is never refused. */
final class FundingRejections {
    private FundingRejections() {}

    static Rejection unknownLine(FundingId id, String field) {
        return Rejection.unknown(
                "UNKNOWN_FUNDING_LINE",
                "There is no funding line \"%s\" that you can refer to. Check the id, or record that line first."
                        .formatted(id),
                field);
    }

    static Rejection replacedTwice(FundingId id, FundingId by) {
        return Rejection.rule(
                "ALREADY_REPLACED",
                "Funding line \"%s\" was replaced already, by \"%s\". Name that newer line if this one takes its place."
                        .formatted(id, by),
                "replaces");
    }

    static Rejection circle(FundingId id, String field) {
        return Rejection.rule(
                "FUNDING_CIRCLE",
                "Funding line \"%s\" cannot replace or contain itself, nor be part of its own parts. Name another line."
                        .formatted(id),
                field);
    }
}
