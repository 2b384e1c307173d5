package centralcommand.command.server.funding;

import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.Samples.MINE;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.stated;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.shared.Money;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.directory.Fact;
import centralcommand.command.server.directory.Streams;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FundingTest {

    private static RecordFunding line(
            String id, ProgramId program, @Nullable String replaces, @Nullable String partOf, Stated stated) {
        return new RecordFunding(
                new FundingId(id),
                program,
                Instrument.LOAN,
                "DOE",
                null,
                Money.usd("400000000"),
                FundingColumn.SAID,
                null,
                null,
                replaces == null ? null : new FundingId(replaces),
                partOf == null ? null : new FundingId(partOf),
                null,
                stated);
    }

    private static RecordFunding line(String id, @Nullable String replaces, @Nullable String partOf) {
        return line(id, PLANT, replaces, partOf, Stated.PLAIN);
    }

    private static Decision decide(History history, RecordFunding command, Actor actor) {
        Funding state = new Funding.Unknown();
        for (Fact fact : history.in(Streams.of(command.fundingId()))) {
            state = Funding.evolve(state, (FundingRecorded) fact.event());
        }
        return Funding.decide(state, command, history.by(actor));
    }

    private static long record(History history, RecordFunding command) {
        return history.record(STAFF, accepted(decide(history, command, STAFF)).getFirst());
    }

    @Test
    void money_is_recorded_as_its_source_states_it_however_old() {
        FundingRecorded event = (FundingRecorded) accepted(decide(
                        Samples.underWay(), line("loan", PLANT, null, null, stated(LocalDate.of(1999, 1, 1))), STAFF))
                .getFirst();
        assertThat(event.amount()).isEqualTo(Money.usd("400000000.00"));
        assertThat(event.authority()).isEmpty();
        assertThat(event.provenance().source()).isEqualTo("a filing");
    }

    @Test
    void only_staff_of_the_lead_agency_record_it_for_a_program_that_they_know() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, line("loan", null, null), SUPPORTER)))
                .isEqualTo("PERMISSION NOT_LEAD_AGENCY");
        assertThat(refusal(decide(history, line("loan", new ProgramId("nothing"), null, null, Stated.PLAIN), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_PROGRAM programId");
        ProgramId hidden = new ProgramId("hidden");
        history.record(STAFF, Samples.proposed(hidden, ENERGY, List.of()));
        assertThat(refusal(decide(history, line("loan", hidden, null, null, Stated.PLAIN), OTHER_STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_PROGRAM programId");
    }

    @Test
    void the_id_is_new() {
        History history = Samples.underWay();
        record(history, line("loan", null, null));
        assertThat(refusal(decide(history, line("loan", null, null), STAFF))).isEqualTo("RULE ID_TAKEN fundingId");
        assertThat(refusal(decide(history, line("plant", null, null), STAFF))).isEqualTo("RULE ID_TAKEN fundingId");
    }

    @Test
    void a_line_is_replaced_once_unless_its_replacement_is_struck() {
        History history = Samples.underWay();
        assertThat(refusal(decide(history, line("second", "first", null), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_FUNDING_LINE replaces");
        record(history, line("first", null, null));
        long second = record(history, line("second", "first", null));
        assertThat(refusal(decide(history, line("third", "first", null), STAFF)))
                .isEqualTo("RULE ALREADY_REPLACED replaces");
        history.record(STAFF, new EntryCorrected(ENERGY, second, "wrong", Samples.said(TODAY)));
        assertThat(accepted(decide(history, line("third", "first", null), STAFF)))
                .hasSize(1);
    }

    @Test
    void another_agencys_line_is_referred_to_once_it_is_released() {
        History history = Samples.underWay();
        long first = record(history, line("first", null, null));
        RecordFunding second = line("second", MINE, "first", null, Stated.PLAIN);
        assertThat(refusal(decide(history, second, OTHER_STAFF))).isEqualTo("UNKNOWN UNKNOWN_FUNDING_LINE replaces");
        history.release(STAFF, first);
        assertThat(accepted(decide(history, second, OTHER_STAFF))).hasSize(1);
    }

    @Test
    void the_total_of_a_part_may_come_later_but_must_be_money() {
        History history = Samples.underWay();
        assertThat(accepted(decide(history, line("part", null, "total"), STAFF)))
                .hasSize(1);
        assertThat(refusal(decide(history, line("part", null, "plant"), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_FUNDING_LINE partOf");
    }

    @Test
    void no_line_contains_or_replaces_itself_over_any_number_of_steps() {
        History history = Samples.underWay();
        record(history, line("a", null, "b"));
        record(history, line("b", null, "c"));
        assertThat(refusal(decide(history, line("c", null, "a"), STAFF))).isEqualTo("RULE FUNDING_CIRCLE partOf");
        assertThat(refusal(decide(history, line("d", null, "d"), STAFF))).isEqualTo("RULE FUNDING_CIRCLE partOf");
        assertThat(refusal(decide(history, line("d", "d", null), STAFF))).isEqualTo("RULE FUNDING_CIRCLE replaces");
        assertThat(accepted(decide(history, line("c", null, "d"), STAFF))).hasSize(1);
    }

    @Test
    void nothing_is_stated_tomorrow() {
        assertThat(refusal(
                        decide(Samples.underWay(), line("loan", PLANT, null, null, stated(TODAY.plusDays(1))), STAFF)))
                .isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }
}
