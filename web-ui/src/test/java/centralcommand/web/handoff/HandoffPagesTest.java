package centralcommand.web.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.LinkKind;
import centralcommand.query.contract.schedule.Handoffs;
import centralcommand.query.contract.schedule.Handoffs.AtRisk;
import centralcommand.query.contract.schedule.Handoffs.Promise;
import centralcommand.query.contract.schedule.Handoffs.Risk;
import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.Promised;
import centralcommand.web.RunningWeb;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoffPagesTest {

    private final Browser czar = RunningWeb.browser();

    private static AtRisk link(String id, Risk risk) {
        return new AtRisk(
                new LinkId(id),
                LinkKind.FEEDSTOCK,
                "End of " + id,
                new ProgramId("mine"),
                null,
                "Other end",
                new ProgramId("plant"),
                null,
                risk,
                risk == Risk.CROSSED ? 181L : null,
                "Sentence of " + id + ".",
                5,
                "link/" + id);
    }

    private String page(List<Promise> promises, AtRisk... links) {
        RunningWeb.QUERIES.answers(
                "/api/handoffs",
                200,
                Answers.json(new Handoffs(Answers.seenAs("CZAR"), Answers.coverage(), promises, List.of(links))));
        czar.signIn("/handoffs", "czar", null, "CZAR");
        return czar.get("/handoffs").body();
    }

    @Test
    void a_broken_promise_shows_by_how_much_it_is_late_what_it_pushes_and_whose_turn_it_is() {
        assertThat(page(List.of(Promised.broken())))
                .contains(
                        "200 t of ore",
                        "Broken",
                        "The milestone that gives it is expected Jul 15, 2026.",
                        "/lineage?figure=handoff",
                        "30 days late, to The plant",
                        "+ 15 days",
                        "to Jul 15, 2026",
                        "Next: Defense.",
                        "class=\"bars\"");
    }

    @Test
    void the_agency_is_chosen_from_those_that_there_are() {
        page(List.of());
        assertThat(czar.get("/handoffs?agency=ENERGY").body())
                .contains("<option value=\"COMMERCE\">Commerce</option>")
                .contains("<option value=\"ENERGY\" selected=\"selected\">Energy</option>");
    }

    @Test
    void links_at_risk_are_listed_and_those_without_dates_are_folded_away() {
        assertThat(page(
                        List.of(),
                        link("crossed", Risk.CROSSED),
                        link("undated", Risk.UNDATED),
                        link("sound", Risk.NONE)))
                .contains(
                        "No hand-off was asked for here.",
                        "Sentence of crossed.",
                        "181 days",
                        "Without a date to hold against: 1",
                        "Nothing speaks against: 1",
                        "href=\"/handoffs.csv\"",
                        "href=\"/handoff-links.csv\"")
                .doesNotContain("class=\"bars\"");
    }

    @Test
    void nothing_at_all_says_so() {
        assertThat(page(List.of())).contains("Nothing on file speaks against a link.");
    }
}
