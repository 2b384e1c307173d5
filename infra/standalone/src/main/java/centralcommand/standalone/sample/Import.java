package centralcommand.standalone.sample;

import centralcommand.command.contract.catalog.EventCatalog;
import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.clearance.ClearanceCommand.ReleaseEntries;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.contract.program.ProgramCommand.ApproveProgram;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ScheduleCommand.ApproveBaseline;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Event;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the steps as the people of the sample would: staff submit, their approver releases month by month and
 * before the czar's office decides on anything of theirs, the czar's office approves.
 */
final class Import {
    private static final Set<String> ENTRIES = EventCatalog.EVENTS.stream()
            .filter(event -> Event.Entry.class.isAssignableFrom(event.type()))
            .map(EventCatalog.StoredName::name)
            .collect(Collectors.toSet());

    /** An entry that its agency has not released yet. */
    private record Submitted(long position, Row row) {}

    /** Where the import last stored anything. */
    record Last(long position, String commandId) {}

    private final Services services;
    private final ImportReport report;
    private final Map<Agency, List<Submitted>> submitted = new TreeMap<>();
    private @Nullable YearMonth month;
    private @Nullable Last last;

    Import(Services services, ImportReport report) {
        this.services = services;
        this.report = report;
    }

    Optional<Last> run(List<Step> steps, SampleImport.Progress progress) throws IOException, InterruptedException {
        for (RegisterOrganization department : ProgramRows.DEPARTMENTS) {
            if (send(Sender.CZAR, department.organizationId().value(), department) instanceof Answer.Refused refused) {
                report.notTaken(NotTaken.file(
                        SampleFile.PROGRAMS.fileName(),
                        department.name() + " is not registered: " + refused.sentence()));
            }
        }
        int done = 0;
        for (Step step : steps) {
            turnTo(YearMonth.from(step.day()));
            take(step);
            progress.done("Sample portfolio", ++done, steps.size());
        }
        releaseAll();
        return Optional.ofNullable(last);
    }

    /** A month's entries are released before the next month begins; late ones with the month in which they came. */
    private void turnTo(YearMonth next) throws IOException, InterruptedException {
        if (month == null || next.isAfter(month)) {
            releaseAll();
            month = next;
        }
    }

    private void take(Step step) throws IOException, InterruptedException {
        switch (send(step.sender(), step.subject(), step.command())) {
            case Answer.Accepted accepted -> {
                taken(step, accepted);
                decide(step, accepted);
            }
            case Answer.Refused refused -> {
                if (step.single().isEmpty()) {
                    report.notTaken(NotTaken.row(
                            step.firstRow(), Columns.of(step.firstRow(), refused.field()), refused.sentence()));
                }
                for (Step single : step.single()) {
                    take(single);
                }
            }
        }
    }

    private void taken(Step step, Answer.Accepted accepted) {
        if (!(step.command() instanceof RegisterOrganization)) {
            report.taken(step.firstRow().file(), step.rows().size());
        }
        Agency agency = step.agency();
        if (agency != null) {
            accepted.events().stream()
                    .filter(event -> ENTRIES.contains(event.type()))
                    .forEach(event -> submitted
                            .computeIfAbsent(agency, first -> new ArrayList<>())
                            .add(new Submitted(event.position(), step.firstRow())));
        }
    }

    /** The decision that a proposal waits for: a first baseline is its agency's to approve, all else the czar's. */
    private void decide(Step step, Answer.Accepted proposed) throws IOException, InterruptedException {
        Agency agency = step.agency();
        if (agency == null || step.then() == Step.Then.NOTHING) {
            return;
        }
        if (step.then() == Step.Then.PROGRAM_IS_APPROVED) {
            release(agency);
            approve(step, Sender.CZAR, new ApproveProgram(new ProgramId(step.subject())));
            return;
        }
        Sender approver = Sender.approver(agency);
        Optional<Integer> number = services.baselineNumber(approver, proposed.position());
        if (number.isEmpty()) {
            remark(step.firstRow(), "was recorded, but its agency's approver does not see it to approve it.");
        } else if (number.get() == 1) {
            approve(step, approver, new ApproveBaseline(new ProgramId(step.subject()), 1));
        } else {
            release(agency);
            approve(step, Sender.CZAR, new ApproveBaseline(new ProgramId(step.subject()), number.get()));
        }
    }

    private void approve(Step step, Sender sender, Command approval) throws IOException, InterruptedException {
        if (send(sender, step.subject(), approval) instanceof Answer.Refused refused) {
            remark(step.firstRow(), "was recorded, but not approved: " + refused.sentence());
        }
    }

    private void releaseAll() throws IOException, InterruptedException {
        for (Agency agency : Sender.AGENCIES) {
            release(agency);
        }
    }

    private void release(Agency agency) throws IOException, InterruptedException {
        List<Submitted> entries = submitted.remove(agency);
        if (entries != null) {
            for (int from = 0; from < entries.size(); from += ClearanceCommand.MOST_ENTRIES) {
                int to = Math.min(entries.size(), from + ClearanceCommand.MOST_ENTRIES);
                release(agency, entries.subList(from, to));
            }
        }
    }

    /** One entry that may not be released, because a person has withdrawn it since, must not hold up the others. */
    private void release(Agency agency, List<Submitted> entries) throws IOException, InterruptedException {
        ReleaseEntries command =
                new ReleaseEntries(entries.stream().map(Submitted::position).toList());
        if (!(send(Sender.approver(agency), agency.code(), command) instanceof Answer.Refused refused)) {
            return;
        }
        if (entries.size() == 1) {
            remark(entries.getFirst().row(), "was recorded, but not released: " + refused.sentence());
            return;
        }
        for (Submitted entry : entries) {
            release(agency, List.of(entry));
        }
    }

    private Answer send(Sender sender, String subject, Command command) throws IOException, InterruptedException {
        Answer answer = services.send(sender, subject, command);
        report.sent();
        if (answer instanceof Answer.Accepted accepted) {
            accepted.events().stream()
                    .map(event -> new Last(event.position(), accepted.commandId()))
                    .filter(stored -> last == null || stored.position() > last.position())
                    .forEach(stored -> last = stored);
        }
        return answer;
    }

    private void remark(Row row, String reason) {
        report.notTaken(NotTaken.row(row, null, reason));
    }
}
