package centralcommand.command.server.clearance;

import static centralcommand.command.server.decision.Decision.accept;
import static centralcommand.command.server.decision.Decision.nothingToDo;
import static centralcommand.command.server.decision.Decision.reject;

import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.clearance.ClearanceCommand.CertifyPeriod;
import centralcommand.command.contract.clearance.ClearanceCommand.CorrectEntry;
import centralcommand.command.contract.clearance.ClearanceCommand.ReleaseEntries;
import centralcommand.command.contract.clearance.ClearanceCommand.SetReleasePolicy;
import centralcommand.command.contract.clearance.ClearanceCommand.WithdrawEntry;
import centralcommand.command.contract.clearance.ClearanceEvent;
import centralcommand.command.contract.clearance.ClearanceEvent.EntriesReleased;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.clearance.ClearanceEvent.EntryWithdrawn;
import centralcommand.command.contract.clearance.ClearanceEvent.PeriodCertified;
import centralcommand.command.contract.clearance.ClearanceEvent.ReleasePolicySet;
import centralcommand.command.contract.clearance.ReleasePolicy;
import centralcommand.command.contract.program.ProgramEvent.ProgramAmended;
import centralcommand.command.contract.program.ProgramEvent.ProgramProposed;
import centralcommand.command.contract.schedule.RebaselineEvent.RebaselineRequested;
import centralcommand.command.contract.schedule.ScheduleEvent.BaselineProposed;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.directory.Entry;
import io.vavr.collection.HashSet;
import io.vavr.collection.Set;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How one agency's entries become its word. Where each entry stands is asked of the directory; releases, withdrawals and corrections
 * of an agency stand in its one stream, so two of them never cross.
 *
 * @param certified months that were certified
 */
public record Clearance(ReleasePolicy policy, Set<YearMonth> certified) {

    /** Nothing was released, certified or said about how to release. */
    public static final Clearance NONE = new Clearance(ReleasePolicy.BY_APPROVER, HashSet.empty());

    /** No program is older: an earlier month is a slip of the pen. */
    private static final YearMonth FIRST_MONTH = YearMonth.of(2000, 1);

    /** What cannot be struck, and what to do instead. */
    private static final Map<Class<?>, String> NOT_CORRECTABLE = Map.of(
            ProgramProposed.class, "Amend the program, or ask the czar's office to cancel it.",
            ProgramAmended.class, "Amend the program again.",
            BaselineProposed.class, "Propose another baseline.",
            RebaselineRequested.class,
                    "Ask the czar's office to decline the request, or ask for other dates once it is decided.",
            EntryCorrected.class, "Enter what was struck again by its ordinary command.");

    /** @param agency in whose stream the decision is recorded */
    static Decision decide(Clearance state, Agency agency, ClearanceCommand command, Context context) {
        return switch (command) {
            case ReleaseEntries c -> release(agency, c, context);
            case WithdrawEntry c -> withdraw(c, context);
            case SetReleasePolicy c -> setPolicy(state, c, context);
            case CertifyPeriod c -> certify(state, c, context);
            case CorrectEntry c -> correct(agency, c, context);
        };
    }

    public Clearance evolve(ClearanceEvent event) {
        return switch (event) {
            case ReleasePolicySet e -> new Clearance(e.policy(), certified);
            case PeriodCertified e -> new Clearance(policy, certified.add(e.month()));
            case EntriesReleased e -> this;
            case EntryWithdrawn e -> this;
            case EntryCorrected e -> this;
        };
    }

    private static Decision release(Agency agency, ReleaseEntries c, Context context) {
        List<Entry> entries = new ArrayList<>();
        for (long position : c.positions()) {
            Entry entry = context.directory().entry(position);
            if (entry == null) {
                return reject(ClearanceRejections.unknownEntry(position, "positions"));
            }
            entries.add(entry);
        }
        for (Entry entry : entries) {
            Rejection refused = refusedRelease(entry, agency, context);
            if (refused != null) {
                return reject(refused);
            }
        }
        for (Entry entry : entries) {
            if (entry.withdrawn()) {
                return reject(ClearanceRejections.withdrawn(entry.position(), "positions"));
            }
        }
        List<Long> waiting = entries.stream()
                .filter(entry -> !entry.released())
                .map(Entry::position)
                .toList();
        return waiting.isEmpty() ? nothingToDo() : accept(new EntriesReleased(agency, waiting));
    }

    private static @Nullable Rejection refusedRelease(Entry entry, Agency agency, Context context) {
        if (!agency.equals(entry.agency())) {
            return ClearanceRejections.otherAgencysEntry(entry.position());
        }
        return entry.author().equals(context.actor().subject()) ? ClearanceRejections.ownEntry(entry.position()) : null;
    }

    private static Decision withdraw(WithdrawEntry c, Context context) {
        Entry entry = context.directory().entry(c.position());
        Agency agency = entry == null ? null : entry.agency();
        if (entry == null || agency == null || !entry.shownTo(context.actor().viewer())) {
            return reject(ClearanceRejections.unknownEntry(c.position(), "position"));
        }
        if (!entry.author().equals(context.actor().subject())
                || !context.actor().actsFor(agency)) {
            return reject(ClearanceRejections.notAuthor(c.position(), entry.author()));
        }
        if (entry.withdrawn()) {
            return nothingToDo();
        }
        return entry.released()
                ? reject(ClearanceRejections.released(c.position()))
                : accept(new EntryWithdrawn(agency, c.position(), c.reason()));
    }

    private static Decision setPolicy(Clearance state, SetReleasePolicy c, Context context) {
        if (!context.actor().actsFor(c.agency())) {
            return reject(ClearanceRejections.otherAgency(c.agency()));
        }
        return state.policy() == c.policy() ? nothingToDo() : accept(new ReleasePolicySet(c.agency(), c.policy()));
    }

    private static Decision certify(Clearance state, CertifyPeriod c, Context context) {
        YearMonth current = YearMonth.from(context.today());
        if (!context.actor().actsFor(c.agency())) {
            return reject(ClearanceRejections.otherAgency(c.agency()));
        }
        if (c.month().isAfter(current)) {
            return reject(ClearanceRejections.monthNotBegun(c.month(), current));
        }
        if (c.month().isBefore(FIRST_MONTH)) {
            return reject(ClearanceRejections.monthTooEarly(c.month(), FIRST_MONTH));
        }
        return state.certified().contains(c.month())
                ? nothingToDo()
                : accept(new PeriodCertified(c.agency(), c.month()));
    }

    private static Decision correct(Agency agency, CorrectEntry c, Context context) {
        Entry entry = context.directory().entry(c.position());
        if (entry == null || !entry.shownTo(context.actor().viewer())) {
            return reject(ClearanceRejections.unknownEntry(c.position(), "position"));
        }
        if (!agency.equals(entry.agency())) {
            return reject(ClearanceRejections.otherAgencysEntry(c.position()));
        }
        String wayOut = NOT_CORRECTABLE.get(entry.type());
        if (wayOut != null) {
            return reject(ClearanceRejections.notCorrectable(c.position(), wayOut));
        }
        if (entry.withdrawn()) {
            return reject(ClearanceRejections.withdrawn(c.position(), "position"));
        }
        if (!entry.released()) {
            return reject(ClearanceRejections.notReleased(c.position()));
        }
        return entry.struckBy() != null
                ? reject(ClearanceRejections.struck(c.position()))
                : accept(
                        new EntryCorrected(agency, c.position(), c.reason(), Stated.PLAIN.provenance(context.today())));
    }
}
