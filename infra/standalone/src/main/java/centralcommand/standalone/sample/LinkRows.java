package centralcommand.standalone.sample;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.shared.Agency;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What waits for what. The agency of the program that waits says so. */
final class LinkRows {
    private LinkRows() {}

    static List<Step> steps(Row row, Folder folder) throws UnusableCellException {
        LinkId linkId = row.as("dependency_id", LinkId::new);
        String waiting = row.text("to_program");
        Agency agency = folder.leadOf(waiting, "to_program");
        LocalDate statedOn = folder.statedOn(row, row.day("stated_on"), waiting);
        LinkMilestones command = new LinkMilestones(
                linkId,
                end(row, "from", row.optional("external_party")),
                end(row, "to", null),
                row.code("kind", LinkKind.class),
                null,
                null,
                row.optional("note"),
                folder.stated(row, statedOn, null));
        Set<String> needs = Stream.of("from_program", "from_milestone", "to_program", "to_milestone")
                .map(row::optional)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return List.of(new Step(
                agency,
                linkId.value(),
                command,
                Step.dayOf(statedOn),
                row,
                Set.of(linkId.value()),
                needs,
                Step.Then.NOTHING));
    }

    private static LinkEnd end(Row row, String side, @Nullable String externalParty) throws UnusableCellException {
        return new LinkEnd(
                row.optionalAs(side + "_program", ProgramId::new),
                row.optionalAs(side + "_milestone", MilestoneId::new),
                externalParty);
    }
}
