package centralcommand.command.server.schedule;

import static centralcommand.command.server.decision.History.ENERGY;
import static centralcommand.command.server.decision.History.OTHER_STAFF;
import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.SUPPORTER;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.History.accepted;
import static centralcommand.command.server.decision.History.refusal;
import static centralcommand.command.server.decision.History.rejected;
import static centralcommand.command.server.decision.Samples.MINE;
import static centralcommand.command.server.decision.Samples.OPENING;
import static centralcommand.command.server.decision.Samples.ORE;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.decision.Samples.RATED;
import static centralcommand.command.server.decision.Samples.stated;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.clearance.ClearanceEvent.EntryCorrected;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkEnd;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.schedule.ScheduleEvent.MilestonesLinked;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import org.junit.jupiter.api.Test;

class LinksTest {
    private static final LinkEnd OUTSIDE = new LinkEnd(null, null, "The state");

    private static LinkEnd end(ProgramId program, MilestoneId milestone) {
        return new LinkEnd(program, milestone, null);
    }

    private static LinkMilestones link(String id, LinkEnd from, LinkEnd to) {
        return new LinkMilestones(new LinkId(id), from, to, LinkKind.FEEDSTOCK, null, null, null, Stated.PLAIN);
    }

    private static Decision decide(History history, LinkMilestones command, Actor actor) {
        return ScheduleRules.link(command, history.by(actor));
    }

    /** The plant's opening waits for the mine's ore, and its rated output for its opening. */
    private static History linked() {
        History history = Samples.underWay();
        history.released(
                STAFF,
                accepted(decide(history, link("ore", end(MINE, ORE), end(PLANT, OPENING)), STAFF))
                        .getFirst());
        history.record(
                STAFF,
                accepted(decide(history, link("rated", end(PLANT, OPENING), end(PLANT, RATED)), STAFF))
                        .getFirst());
        return history;
    }

    @Test
    void a_link_stands_with_the_program_that_waits() {
        History history = Samples.underWay();
        assertThat(((MilestonesLinked) accepted(
                                        decide(history, link("a", end(MINE, ORE), end(PLANT, OPENING)), OTHER_STAFF))
                                .getFirst())
                        .programId())
                .isEqualTo(PLANT);
        assertThat(((MilestonesLinked) accepted(
                                        decide(history, link("a", new LinkEnd(MINE, null, null), OUTSIDE), OTHER_STAFF))
                                .getFirst())
                        .programId())
                .isEqualTo(MINE);
    }

    @Test
    void the_ends_have_to_be_there() {
        History history = Samples.underWay();
        ProgramId nothing = new ProgramId("nothing");
        assertThat(refusal(decide(history, link("a", new LinkEnd(nothing, null, null), end(PLANT, OPENING)), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_PROGRAM from.programId");
        assertThat(refusal(decide(history, link("a", OUTSIDE, new LinkEnd(nothing, null, null)), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_PROGRAM to.programId");
        assertThat(refusal(decide(history, link("a", end(MINE, OPENING), end(PLANT, OPENING)), STAFF)))
                .isEqualTo("UNKNOWN UNKNOWN_MILESTONE from.milestoneId");
    }

    @Test
    void staff_of_the_lead_agency_of_one_end_link() {
        assertThat(refusal(decide(Samples.underWay(), link("a", end(MINE, ORE), end(PLANT, OPENING)), SUPPORTER)))
                .isEqualTo("PERMISSION NOT_LEAD_AGENCY");
    }

    @Test
    void the_id_is_new() {
        assertThat(refusal(decide(linked(), link("ore", end(MINE, ORE), end(PLANT, RATED)), STAFF)))
                .isEqualTo("RULE ID_TAKEN linkId");
    }

    @Test
    void a_circle_is_refused_with_its_path() {
        History history = linked();
        Decision circle = decide(history, link("back", end(PLANT, RATED), end(MINE, ORE)), STAFF);
        assertThat(refusal(circle)).isEqualTo("RULE LINK_CIRCLE to");
        assertThat(rejected(circle).sentence()).contains("plant-rated → mine-ore → plant-opening → plant-rated");
        assertThat(refusal(decide(history, link("self", end(PLANT, RATED), end(PLANT, RATED)), STAFF)))
                .isEqualTo("RULE LINK_CIRCLE to");
        assertThat(accepted(decide(history, link("again", end(MINE, ORE), end(PLANT, RATED)), STAFF)))
                .as("a second way is no circle")
                .hasSize(1);
    }

    @Test
    void a_circle_through_a_link_that_is_not_released_does_not_name_it() {
        Decision circle = decide(linked(), link("back", end(PLANT, RATED), end(MINE, ORE)), OTHER_STAFF);
        assertThat(refusal(circle)).isEqualTo("RULE LINK_CIRCLE to");
        assertThat(rejected(circle).sentence()).doesNotContain("plant-opening");
    }

    @Test
    void a_struck_link_closes_no_circle() {
        History history = linked();
        long ore = history.in(PLANT).stream()
                .filter(fact -> fact.event() instanceof MilestonesLinked link
                        && link.linkId().value().equals("ore"))
                .findFirst()
                .orElseThrow()
                .position();
        history.record(STAFF, new EntryCorrected(ENERGY, ore, "wrong mine", Samples.said(TODAY)));
        assertThat(accepted(decide(history, link("back", end(PLANT, RATED), end(MINE, ORE)), STAFF)))
                .hasSize(1);
    }

    @Test
    void nothing_is_stated_tomorrow() {
        LinkMilestones tomorrow = new LinkMilestones(
                new LinkId("a"),
                OUTSIDE,
                end(PLANT, OPENING),
                LinkKind.PERMIT,
                null,
                null,
                null,
                stated(TODAY.plusDays(1)));
        assertThat(refusal(decide(Samples.underWay(), tomorrow, STAFF))).isEqualTo("RULE STATED_IN_FUTURE statedOn");
    }
}
