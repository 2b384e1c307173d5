package centralcommand.command.server.program;

import static centralcommand.command.server.decision.CommonRejections.idTaken;
import static centralcommand.command.server.decision.CommonRejections.notLeadAgency;
import static centralcommand.command.server.decision.CommonRejections.ownProposal;
import static centralcommand.command.server.decision.CommonRejections.statedInFuture;
import static centralcommand.command.server.decision.CommonRejections.unknownAgency;
import static centralcommand.command.server.decision.CommonRejections.unknownOrganization;
import static centralcommand.command.server.decision.CommonRejections.unknownProgram;
import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.acceptIfNothingElseHappened;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.program.Binding;
import centralcommand.command.contract.program.ProgramCommand;
import centralcommand.command.contract.program.ProgramCommand.AmendProgram;
import centralcommand.command.contract.program.ProgramCommand.ApproveProgram;
import centralcommand.command.contract.program.ProgramCommand.CancelProgram;
import centralcommand.command.contract.program.ProgramCommand.DeclareRegime;
import centralcommand.command.contract.program.ProgramCommand.ProposeProgram;
import centralcommand.command.contract.program.ProgramCommand.ResumeProgram;
import centralcommand.command.contract.program.ProgramCommand.SuspendProgram;
import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramEvent.ProgramAmended;
import centralcommand.command.contract.program.ProgramEvent.ProgramApproved;
import centralcommand.command.contract.program.ProgramEvent.ProgramCancelled;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.program.ProgramEvent.ProgramResumed;
import centralcommand.command.contract.program.ProgramEvent.ProgramSuspended;
import centralcommand.command.contract.program.ProgramEvent.RegimeDeclared;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.decision.ProgramStatus;
import centralcommand.command.server.directory.Entry;
import centralcommand.command.server.directory.Streams;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import io.vavr.collection.Vector;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The life of a program, from proposal to its end. */
sealed interface Program {

    /** Nobody has put it forward. */
    record Unknown() implements Program {}

    /** @param amendments in the order in which they were recorded */
    record Known(ProgramProposed proposal, Vector<Amendment> amendments, ProgramStatus status, Set<Regime> regimes)
            implements Program {
        ProgramId programId() {
            return proposal.programId();
        }

        Known with(ProgramStatus next) {
            return new Known(proposal, amendments, next, regimes);
        }
    }

    /** @param sequence of the event in the program's stream */
    record Amendment(long sequence, ProgramAmended event) {}

    static Decision decide(Program state, ProgramCommand command, Context context) {
        if (command instanceof ProposeProgram c) {
            return propose(state, c, context);
        }
        if (!(state instanceof Known known) || !isKnownTo(known, context)) {
            return reject(unknownProgram(command.programId(), "programId"));
        }
        return switch (command) {
            case ProposeProgram c -> propose(state, c, context);
            case ApproveProgram c -> approve(known, c, context);
            case AmendProgram c -> amend(known, c, context);
            case SuspendProgram c ->
                inStatus(known, ProgramStatus.ACTIVE, new ProgramSuspended(c.programId(), c.reason()));
            case ResumeProgram c ->
                inStatus(known, ProgramStatus.SUSPENDED, new ProgramResumed(c.programId(), c.reason()));
            case DeclareRegime c ->
                known.regimes().contains(c.regime()) == (c.binding() == Binding.BINDS)
                        ? nothingToDo()
                        : accept(new RegimeDeclared(c.programId(), c.regime(), c.binding(), c.citation()));
            case CancelProgram c ->
                known.status() == ProgramStatus.CANCELLED
                        ? reject(ProgramRejections.cancelled(c.programId()))
                        : accept(new ProgramCancelled(c.programId(), c.reason()));
        };
    }

    /** What rules about its dates and tonnes need to know of it; null where the actor knows of no such program. */
    static @Nullable ProgramStanding standing(Program state, Context context) {
        return state instanceof Known known && isKnownTo(known, context)
                ? new ProgramStanding(
                        known.programId(),
                        known.status(),
                        known.proposal().leadAgency(),
                        details(known, context).supportingAgencies())
                : null;
    }

    static Program evolve(Program state, ProgramEvent event, long sequence) {
        if (event instanceof ProgramProposed e) {
            return new Known(e, Vector.empty(), ProgramStatus.PROPOSED, HashSet.empty());
        }
        if (!(state instanceof Known known)) {
            throw new IllegalStateException("A program begins with its proposal, not with " + event);
        }
        return switch (event) {
            case ProgramProposed e -> known;
            case ProgramApproved e -> known.with(ProgramStatus.ACTIVE);
            case ProgramAmended e ->
                new Known(
                        known.proposal(),
                        known.amendments().append(new Amendment(sequence, e)),
                        known.status(),
                        known.regimes());
            case ProgramSuspended e -> known.with(ProgramStatus.SUSPENDED);
            case ProgramResumed e -> known.with(ProgramStatus.ACTIVE);
            case ProgramCancelled e -> known.with(ProgramStatus.CANCELLED);
            case RegimeDeclared e ->
                new Known(
                        known.proposal(),
                        known.amendments(),
                        known.status(),
                        e.binding() == Binding.BINDS
                                ? known.regimes().add(e.regime())
                                : known.regimes().remove(e.regime()));
        };
    }

    private static boolean isKnownTo(Known known, Context context) {
        return proposalEntry(known, context).countsFor(context.actor().viewer());
    }

    private static Entry proposalEntry(Known known, Context context) {
        return context.directory().entryIn(Streams.of(known.programId()), 0);
    }

    private static Decision propose(Program state, ProposeProgram c, Context context) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        if (!context.actor().actsFor(c.leadAgency())) {
            return reject(ProgramRejections.notYourAgency(c.leadAgency()));
        }
        if (context.directory().organizationOf(c.leadAgency()) == null) {
            return reject(unknownAgency(c.leadAgency(), "leadAgency"));
        }
        Rejection unknown = unknownBody(c.leadOrganization(), c.supportingAgencies(), context);
        if (unknown != null) {
            return reject(unknown);
        }
        if (state instanceof Known || context.directory().kindOf(c.programId().value()) != null) {
            return reject(idTaken(c.programId().value(), "programId"));
        }
        if (c.supportingAgencies().contains(c.leadAgency())) {
            return reject(ProgramRejections.leadSupports(c.leadAgency()));
        }
        if ((c.startsOn() == null) != (c.startPrecision() == null)) {
            return reject(ProgramRejections.startWithoutPrecision());
        }
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        return acceptIfNothingElseHappened(new ProgramProposed(
                c.programId(),
                c.name(),
                c.performer(),
                c.leadAgency(),
                c.leadOrganization(),
                c.supportingAgencies(),
                c.lineOfEffort(),
                c.stage(),
                Objects.requireNonNullElse(c.place(), ""),
                c.startsOn(),
                c.startPrecision(),
                c.description(),
                c.stated().provenance(context.today())));
    }

    private static Decision approve(Known known, ApproveProgram c, Context context) {
        if (proposalEntry(known, context).author().equals(context.actor().subject())) {
            return reject(ownProposal());
        }
        return inStatus(known, ProgramStatus.PROPOSED, new ProgramApproved(c.programId()));
    }

    private static Decision amend(Known known, AmendProgram c, Context context) {
        LocalDate statedOn = c.stated().statedOn(context.today());
        Agency lead = known.proposal().leadAgency();
        List<Agency> supporting = c.supportingAgencies();
        if (!context.actor().actsFor(lead)) {
            return reject(notLeadAgency(c.programId(), lead));
        }
        Rejection unknown = unknownBody(c.leadOrganization(), supporting == null ? List.of() : supporting, context);
        if (unknown != null) {
            return reject(unknown);
        }
        if (known.status() == ProgramStatus.CANCELLED) {
            return reject(ProgramRejections.cancelled(c.programId()));
        }
        if (supporting != null && supporting.contains(lead)) {
            return reject(ProgramRejections.leadSupports(lead));
        }
        if (statedOn.isAfter(context.today())) {
            return reject(statedInFuture(statedOn, context.today()));
        }
        ProgramAmended event = new ProgramAmended(
                c.programId(),
                c.name(),
                c.performer(),
                c.leadOrganization(),
                supporting,
                c.lineOfEffort(),
                c.stage(),
                c.place(),
                c.description(),
                c.stated().provenance(context.today()));
        ProgramProposed before = details(known, context);
        return amended(before, event).equals(before) ? nothingToDo() : accept(event);
    }

    private static @Nullable Rejection unknownBody(
            @Nullable OrganizationId leadOrganization, List<Agency> supporting, Context context) {
        if (leadOrganization != null && context.directory().organization(leadOrganization) == null) {
            return unknownOrganization(leadOrganization, "leadOrganization");
        }
        return supporting.stream()
                .filter(agency -> context.directory().organizationOf(agency) == null)
                .findFirst()
                .map(agency -> unknownAgency(agency, "supportingAgencies"))
                .orElse(null);
    }

    private static Decision inStatus(Known known, ProgramStatus wanted, ProgramEvent event) {
        return known.status() == wanted
                ? accept(event)
                : reject(ProgramRejections.notInStatus(known.programId(), wanted, known.status()));
    }

    /** What is said of the program now, as far as the actor may know. */
    private static ProgramProposed details(Known known, Context context) {
        String stream = Streams.of(known.programId());
        return known.amendments()
                .filter(each -> context.directory()
                        .entryIn(stream, each.sequence())
                        .countsFor(context.actor().viewer()))
                .foldLeft(known.proposal(), (details, each) -> amended(details, each.event()));
    }

    private static ProgramProposed amended(ProgramProposed before, ProgramAmended e) {
        return new ProgramProposed(
                before.programId(),
                Objects.requireNonNullElse(e.name(), before.name()),
                Objects.requireNonNullElse(e.performer(), before.performer()),
                before.leadAgency(),
                e.leadOrganization() == null ? before.leadOrganization() : e.leadOrganization(),
                Objects.requireNonNullElse(e.supportingAgencies(), before.supportingAgencies()),
                Objects.requireNonNullElse(e.lineOfEffort(), before.lineOfEffort()),
                Objects.requireNonNullElse(e.stage(), before.stage()),
                Objects.requireNonNullElse(e.place(), before.place()),
                before.startsOn(),
                before.startPrecision(),
                Objects.requireNonNullElse(e.description(), before.description()),
                before.provenance());
    }
}
