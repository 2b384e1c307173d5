package centralcommand.query.server.portfolio;

import centralcommand.command.contract.calendar.CalendarEvent;
import centralcommand.command.contract.calendar.ClosureId;
import centralcommand.command.contract.capacity.CapacityEvent;
import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.handoff.HandoffEvent;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.OrganizationRegistered;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Provenance;
import io.vavr.collection.TreeMap;
import io.vavr.collection.TreeSet;
import java.time.LocalDate;
import java.util.function.UnaryOperator;

/** The next portfolio while it is made: a change names only what it changes. */
final class PortfolioDraft {
    private final Derived derived;
    private TreeMap<ProgramId, ProgramFile> programFiles;
    private TreeMap<OrganizationId, Facts<OrganizationRegistered>> organizations;
    private TreeMap<FundingId, Facts<FundingRecorded>> fundingFacts;
    private TreeMap<CapacityId, Facts<CapacityEvent>> capacityFacts;
    private TreeMap<TargetId, Facts<CapacityEvent.CapacityTargetSet>> targetFacts;
    private TreeMap<LinkId, Facts<MilestonesLinked>> linkFacts;
    private TreeMap<HandoffId, Facts<HandoffEvent>> handoffFacts;
    private TreeMap<ClosureId, Facts<CalendarEvent>> closureFacts;
    private Clearance clearance;
    private TreeSet<LocalDate> statedDays;

    PortfolioDraft(Portfolio before) {
        derived = before.derived().next();
        programFiles = before.programFiles();
        organizations = before.organizations();
        fundingFacts = before.fundingFacts();
        capacityFacts = before.capacityFacts();
        targetFacts = before.targetFacts();
        linkFacts = before.linkFacts();
        handoffFacts = before.handoffFacts();
        closureFacts = before.closureFacts();
        clearance = before.clearance();
        statedDays = before.statedDays();
    }

    void add(Fact<?> fact) {
        Provenance provenance = fact.provenance();
        if (provenance != null) {
            statedDays = statedDays.add(provenance.statedOn());
        }
        switch (fact.event()) {
            case OrganizationRegistered e ->
                organizations = Portfolio.adding(organizations, e.organizationId(), fact.carrying(e));
            case ProgramEvent e -> change(e.programId(), file -> file.evolve(fact, e));
            case MilestonesLinked e -> linkFacts = Portfolio.adding(linkFacts, e.linkId(), fact.carrying(e));
            case ScheduleEvent e -> change(e.programId(), file -> file.evolve(fact, e));
            case HandoffEvent e ->
                handoffFacts = Portfolio.adding(handoffFacts, e.handoffId(), fact.<HandoffEvent>carrying(e));
            case CalendarEvent e ->
                closureFacts = Portfolio.adding(closureFacts, e.closureId(), fact.<CalendarEvent>carrying(e));
            case FundingRecorded e -> fundingFacts = Portfolio.adding(fundingFacts, e.fundingId(), fact.carrying(e));
            case CapacityEvent e -> add(fact, e);
            case ClearanceEvent e -> clearance = clearance.evolve(fact, e);
            default -> throw Portfolio.unknown(fact.event());
        }
    }

    private void add(Fact<?> fact, CapacityEvent event) {
        switch (event) {
            case CapacityEvent.CapacityPledged e ->
                capacityFacts = Portfolio.adding(capacityFacts, e.capacityId(), fact.<CapacityEvent>carrying(e));
            case CapacityEvent.ProductionReported e ->
                capacityFacts = Portfolio.adding(capacityFacts, e.capacityId(), fact.<CapacityEvent>carrying(e));
            case CapacityEvent.CapacityTargetSet e ->
                targetFacts = Portfolio.adding(targetFacts, e.targetId(), fact.carrying(e));
        }
    }

    private void change(ProgramId id, UnaryOperator<ProgramFile> change) {
        programFiles = programFiles.put(id, change.apply(programFiles.getOrElse(id, ProgramFile.EMPTY)));
    }

    Portfolio portfolio() {
        return new Portfolio(
                programFiles,
                organizations,
                fundingFacts,
                capacityFacts,
                targetFacts,
                linkFacts,
                handoffFacts,
                closureFacts,
                clearance,
                statedDays,
                derived);
    }
}
