package centralcommand.command.server.funding;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.notLeadAgency;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.CommonRejections.unknownProgram;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.directory.Directory;
import centralcommand.command.server.directory.Entry;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One line of money. */
sealed interface Funding {

    /** Not recorded. */
    record Unknown() implements Funding {}

    /** Recorded; a wrong line is struck and another one recorded. */
    record Recorded() implements Funding {}

    static Decision decide(Funding state, RecordFunding c, Context context) {
        Directory directory = context.directory();
        Entry proposal = directory.proposalOf(c.programId());
        Agency lead = directory.leadOf(c.programId());
        if (proposal == null
                || lead == null
                || !proposal.countsFor(context.actor().viewer())) {
            return reject(unknownProgram(c.programId(), "programId"));
        }
        if (!context.actor().actsFor(lead)) {
            return reject(notLeadAgency(c.programId(), lead));
        }
        if (state instanceof Recorded || directory.kindOf(c.fundingId().value()) != null) {
            return reject(idTaken(c.fundingId().value(), "fundingId"));
        }
        Rejection misplaced = misplaced(c, context);
        if (misplaced != null) {
            return reject(misplaced);
        }
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        return acceptIfNothingElseHappened(new FundingRecorded(
                c.fundingId(),
                c.programId(),
                c.instrument(),
                c.payer(),
                Objects.requireNonNullElse(c.authority(), ""),
                c.amount(),
                c.column(),
                Objects.requireNonNullElse(c.sourceWord(), ""),
                Objects.requireNonNullElse(c.columnBasis(), ""),
                c.replaces(),
                c.partOf(),
                Objects.requireNonNullElse(c.note(), ""),
                c.stated().provenance(context.today())));
    }

    static Funding evolve(Funding state, FundingRecorded event) {
        return new Recorded();
    }

    /**
     * What is replaced is older, so it has to be there. A part is often booked long before its total is announced, so the total may
     * still be to come.
     */
    private static @Nullable Rejection misplaced(RecordFunding c, Context context) {
        FundingId replaces = c.replaces();
        if (replaces != null) {
            if (replaces.equals(c.fundingId())) {
                return FundingRejections.circle(c.fundingId(), "replaces");
            }
            Entry older = context.directory().entryOf(replaces);
            if (older == null || !older.countsFor(context.actor().viewer())) {
                return FundingRejections.unknownLine(replaces, "replaces");
            }
            FundingId other = context.directory().replacementOf(replaces);
            if (other != null) {
                return FundingRejections.replacedTwice(replaces, other);
            }
        }
        FundingId partOf = c.partOf();
        if (partOf != null
                && context.directory().kindOf(partOf.value()) != null
                && context.directory().entryOf(partOf) == null) {
            return FundingRejections.unknownLine(partOf, "partOf");
        }
        return partOf != null && isWithin(partOf, c.fundingId(), context.directory())
                ? FundingRejections.circle(c.fundingId(), "partOf")
                : null;
    }

    /** Whether the one line is the other, or is contained in it over any number of steps. */
    private static boolean isWithin(FundingId line, FundingId total, Directory directory) {
        FundingId at = line;
        while (at != null && !at.equals(total)) {
            at = directory.totalOf(at);
        }
        return at != null;
    }
}
