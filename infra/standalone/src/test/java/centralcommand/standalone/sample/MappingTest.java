package centralcommand.standalone.sample;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.capacity.CapacityCommand.ReportProduction;
import centralcommand.command.contract.capacity.CapacityCommand.SetCapacityTarget;
import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.contract.program.ProgramCommand.ProposeProgram;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PlannedMilestone;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Stated;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappingTest {
    private static Folders.Read shipped;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readShipped() throws IOException {
        shipped = Folders.read(Folders.SHIPPED);
    }

    @Test
    void every_row_of_the_shipped_sample_can_be_said_as_a_command() {
        assertThat(shipped.sentences()).isEmpty();
        Map<String, Long> rows = shipped.steps().stream()
                .filter(step -> !(step.command() instanceof RegisterOrganization))
                .collect(Collectors.groupingBy(
                        step -> step.firstRow().file().fileName(),
                        Collectors.summingLong(step -> step.rows().size())));
        assertThat(rows)
                .isEqualTo(Map.of(
                        "programs.csv", 55L,
                        "funding.csv", 62L,
                        "milestones.csv", 38L,
                        "milestone_updates.csv", 46L,
                        "capacity.csv", 34L,
                        "targets.csv", 18L,
                        "dependencies.csv", 23L));
    }

    @Test
    void commands_come_by_stated_day_then_file_then_line_save_those_that_would_come_before_what_they_speak_of() {
        List<Step> ordered = Plan.ordered(shipped.steps());
        Set<String> there = new HashSet<>();
        Set<String> all =
                shipped.steps().stream().flatMap(step -> step.gives().stream()).collect(Collectors.toSet());
        Step before = ordered.getFirst();
        for (Step step : ordered) {
            assertThat(step.needs().stream().filter(all::contains)).allMatch(there::contains);
            there.addAll(step.gives());
            if (step.day().isBefore(before.day())) {
                assertThat(step.needs())
                        .as("only a step that had to wait is late")
                        .isNotEmpty();
            }
            before = step;
        }
        assertThat(ordered).hasSameSizeAs(shipped.steps());
        assertThat(ordered.stream()
                        .filter(step -> step.command() instanceof RecordFunding)
                        .map(Step::day))
                .isSorted();
        assertThat(ordered.stream()
                        .filter(step -> step.command() instanceof ProposeProgram)
                        .map(Step::day))
                .isSorted();
    }

    @Test
    void a_program_keeps_its_fields_and_names_its_source() throws IOException {
        Step step = only(Folders.read(Folders.small(folder, Map.of())), ProposeProgram.class, "plant-one");
        ProposeProgram command = (ProposeProgram) step.command();
        assertThat(command.leadAgency()).isEqualTo(new Agency("ENERGY"));
        assertThat(command.supportingAgencies()).containsExactly(new Agency("DEFENSE"), new Agency("INTERIOR"));
        assertThat(command.leadOrganization()).isNull();
        assertThat(command.description()).isEqualTo("A plant, the first");
        assertThat(command.startPrecision()).isEqualTo(Precision.YEAR);
        assertThat(command.stated())
                .isEqualTo(new Stated(
                        LocalDate.of(2024, 2, 3),
                        null,
                        "Magnets at last — The Paper, 2024-05-02, https://example.org/a (src-a)",
                        Confidence.HIGH,
                        null,
                        Channel.IMPORTED));
        assertThat(step.sender()).isEqualTo(new Sender("energy"));
        assertThat(step.then()).isEqualTo(Step.Then.PROGRAM_IS_APPROVED);
    }

    @Test
    void a_body_that_truly_leads_is_registered_once_under_its_sponsor_before_its_program() {
        Set<String> leads = shipped.steps().stream()
                .map(Step::command)
                .filter(RegisterOrganization.class::isInstance)
                .map(command ->
                        ((RegisterOrganization) command).organizationId().value())
                .collect(Collectors.toSet());
        assertThat(leads)
                .contains("exim", "usda-forest-service", "treasury-irs")
                .doesNotContain("none-found-private");
        RegisterOrganization exim = (RegisterOrganization)
                only(shipped, RegisterOrganization.class, "exim").command();
        assertThat(exim)
                .isEqualTo(new RegisterOrganization(
                        new OrganizationId("exim"),
                        "EXIM",
                        null,
                        null,
                        new Agency("COMMERCE"),
                        LocalDate.of(2021, 5, 11)));
        ProposeProgram cyclic = (ProposeProgram)
                only(shipped, ProposeProgram.class, "cyclic-us").command();
        assertThat(cyclic.leadOrganization()).isNull();
    }

    @Test
    void money_keeps_its_cents_its_word_and_what_it_replaces() throws IOException {
        RecordFunding grant =
                (RecordFunding) only(Folders.read(Folders.small(folder, Map.of())), RecordFunding.class, "one-grant")
                        .command();
        assertThat(grant.amount()).isEqualTo(Money.usd("1250000.50"));
        RecordFunding signed = (RecordFunding)
                only(shipped, RecordFunding.class, "usar-stillwater-grant-2026").command();
        assertThat(signed.replaces()).isEqualTo(new FundingId("usar-stillwater-letter-2026"));
        assertThat(signed.column()).isEqualTo(FundingColumn.BOUND);
        assertThat(signed.sourceWord()).isEqualTo("COMMITTED");
        assertThat(signed.instrument()).isEqualTo(Instrument.GRANT);
        assertThat(signed.payer()).isEqualTo("Commerce");
        assertThat(signed.stated().statedOn()).isEqualTo(LocalDate.of(2026, 6, 3));
        RecordFunding uncapped = (RecordFunding)
                only(shipped, RecordFunding.class, "credit-45x-2025").command();
        assertThat(uncapped.amount()).isNull();
    }

    @Test
    void milestones_first_stated_on_one_day_are_one_baseline_and_others_are_later_ones() {
        List<ProposeBaseline> baselines = shipped.steps().stream()
                .map(Step::command)
                .filter(ProposeBaseline.class::isInstance)
                .map(ProposeBaseline.class::cast)
                .toList();
        assertThat(baselines).hasSize(36);
        assertThat(baselines.stream()
                        .filter(baseline -> baseline.programId().value().equals("cyclic-us")))
                .singleElement()
                .satisfies(baseline -> assertThat(baseline.milestones())
                        .extracting(milestone -> milestone.milestoneId().value())
                        .containsExactly("cyclic-mcbee-ops", "cyclic-mesa-ops"))
                .satisfies(
                        baseline -> assertThat(baseline.stated().confidence()).isEqualTo(Confidence.LOW));
        assertThat(baselines)
                .flatMap(ProposeBaseline::milestones)
                .contains(new PlannedMilestone(
                        new MilestoneId("lynas-hre-ops"),
                        "Texas heavy rare earth plant operational",
                        LocalDate.of(2025, 6, 30),
                        Precision.FISCAL_YEAR,
                        "financial year 2025 (July-June)",
                        null,
                        null));
    }

    @Test
    void a_cause_comes_in_the_sources_words_without_a_code() {
        ReportForecast forecast =
                reports(ReportForecast.class, "ucore-first-prod").getFirst();
        assertThat(forecast.programId()).isEqualTo(new ProgramId("ucore-smc"));
        assertThat(forecast.cause()).isNull();
        assertThat(forecast.causeBasis()).isEqualTo(CauseBasis.STATED);
        assertThat(forecast.narrative()).startsWith("Moved from Ketchikan");
        assertThat(forecast.precision()).isEqualTo(Precision.YEAR);
    }

    @Test
    void a_doubt_without_a_cause_tells_its_words_instead() {
        assertThat(reports(ReportDoubt.class, "ramaco-pilot").getFirst().narrative())
                .isEqualTo("ground broken and site development only just begun in late October 2025");
    }

    @Test
    void what_was_reached_names_its_day_and_its_source_as_evidence() {
        ReportActual actual = reports(ReportActual.class, "mp-ind-metal").getFirst();
        assertThat(actual.date()).isEqualTo(LocalDate.of(2025, 1, 22));
        assertThat(actual.stated().effectiveOn()).isEqualTo(LocalDate.of(2025, 1, 22));
        assertThat(actual.stated().statedOn()).isEqualTo(LocalDate.of(2025, 1, 27));
        assertThat(actual.evidence())
                .endsWith("(mp-ci-2025)")
                .isEqualTo(actual.stated().source());
    }

    @Test
    void what_was_made_is_reported_and_not_pledged() {
        assertThat(shipped.steps().stream().filter(step -> step.command() instanceof ReportProduction))
                .hasSize(2)
                .allMatch(step -> step.day().equals(LocalDate.of(2025, 12, 31)));
        Step target = only(shipped, SetCapacityTarget.class, "dod-magnet-goal-2027");
        assertThat(((SetCapacityTarget) target.command()).tonnesPerYear()).isNull();
        assertThat(target.sender()).isEqualTo(Sender.CZAR);
        assertThat(target.day())
                .as("no day of its own: the day to which the folder is known")
                .isEqualTo(LocalDate.of(2026, 6, 18));
    }

    @Test
    void a_link_may_begin_with_an_outside_party() {
        LinkMilestones link = (LinkMilestones)
                only(shipped, LinkMilestones.class, "dep-rer-nrc").command();
        assertThat(link.from().externalParty()).isEqualTo("U.S. Nuclear Regulatory Commission");
        assertThat(link.to().milestoneId()).isEqualTo(new MilestoneId("rer-demo-ops"));
    }

    @Test
    void a_formula_stays_text() throws IOException {
        String programs = Folders.PROGRAMS.replace("Plant One,", "=1+1,");
        ProposeProgram program = (ProposeProgram) only(
                        Folders.read(Folders.small(folder, Map.of("programs.csv", programs))),
                        ProposeProgram.class,
                        "plant-one")
                .command();
        assertThat(program.name()).isEqualTo("=1+1");
    }

    private static <C extends Command> List<C> reports(Class<C> type, String milestoneId) {
        return Plan.ordered(shipped.steps()).stream()
                .filter(step -> step.subject().equals(milestoneId) && type.isInstance(step.command()))
                .map(step -> type.cast(step.command()))
                .toList();
    }

    private static Step only(Folders.Read read, Class<? extends Command> type, String subject) {
        List<Step> found = read.steps().stream()
                .filter(step ->
                        type.isInstance(step.command()) && step.subject().equals(subject))
                .toList();
        assertThat(found).as(Arrays.toString(new Object[] {type, subject})).hasSize(1);
        return found.getFirst();
    }
}
