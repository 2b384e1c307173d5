package centralcommand.command.server.capacity;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.notLeadAgency;
import static centralcommand.command.server.decision.CommonRejections.notYourProgram;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.capacity.CapacityCommand.PledgeCapacity;
import centralcommand.command.contract.capacity.CapacityCommand.ReportProduction;
import centralcommand.command.contract.capacity.CapacityEvent.CapacityPledged;
import centralcommand.command.contract.capacity.CapacityEvent.ProductionReported;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import java.time.LocalDate;
import java.util.Objects;

/** What a plant is to make and did make. Each figure stands for itself under its own id, so nothing has to be remembered. */
public final class Capacity {
    private Capacity() {}

    /** Figures that this one contains or supersedes may be recorded later: an older statement is often entered after a newer one. */
    public static Decision pledge(ProgramStanding program, PledgeCapacity c, Context context) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (!program.ledBy(context.actor())) {
            return reject(notLeadAgency(program.programId(), program.lead()));
        }
        if (context.directory().kindOf(c.capacityId().value()) != null) {
            return reject(idTaken(c.capacityId().value(), "capacityId"));
        }
        if (c.includes().contains(c.capacityId())) {
            return reject(CapacityRejections.containsItself(c.capacityId(), "includes"));
        }
        CapacityId supersedes = c.supersedes();
        if (c.capacityId().equals(supersedes)) {
            return reject(CapacityRejections.containsItself(c.capacityId(), "supersedes"));
        }
        CapacityId other = supersedes == null ? null : context.directory().successorOf(supersedes);
        if (supersedes != null && other != null) {
            return reject(CapacityRejections.supersededTwice(supersedes, other));
        }
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        return acceptIfNothingElseHappened(new CapacityPledged(
                c.programId(),
                c.capacityId(),
                c.material(),
                c.stage(),
                c.tonnesPerYear(),
                c.year(),
                c.kind(),
                c.includes(),
                supersedes,
                Objects.requireNonNullElse(c.note(), ""),
                c.stated().provenance(context.today())));
    }

    public static Decision production(ProgramStanding program, ReportProduction c, Context context) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (!program.reportedBy(context.actor())) {
            return reject(notYourProgram(program.programId()));
        }
        if (context.directory().kindOf(c.capacityId().value()) != null) {
            return reject(idTaken(c.capacityId().value(), "capacityId"));
        }
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        if (c.year() > statedOn.getYear()) {
            return reject(CapacityRejections.yearNotBegun(c.year(), statedOn));
        }
        return acceptIfNothingElseHappened(new ProductionReported(
                c.programId(),
                c.capacityId(),
                c.material(),
                c.stage(),
                c.tonnes(),
                c.year(),
                Objects.requireNonNullElse(c.note(), ""),
                c.stated().provenance(context.today())));
    }
}
