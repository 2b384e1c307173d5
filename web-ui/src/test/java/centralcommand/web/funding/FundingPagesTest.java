package centralcommand.web.funding;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.query.contract.funding.Funding;
import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FundingPagesTest {

    private final Browser czar = RunningWeb.browser();

    @BeforeEach
    void money_in_one_column() {
        RunningWeb.QUERIES.answers("/api/board", 200, Answers.json(Answers.board(List.of())));
        RunningWeb.QUERIES.answers("/api/funding", 200, Answers.json(Answers.funding()));
        czar.signIn("/funding", "czar", null, "CZAR");
    }

    @Test
    void columns_stand_side_by_side_each_with_what_it_leaves_out_and_the_way_to_its_entries() {
        assertThat(czar.get("/funding").body())
                .contains("Said", "Conditional", "Bound", "Paid", "Authority", "Unknown", "Nothing on file")
                .contains("<a href=\"/lineage?figure=funding%3ABOUND%3AUSD\">USD 848,860,000</a>")
                .contains("11 lines; 3 name no amount; 2 left out")
                .contains("<td class=\"cc-number\" data-label=\"Bound\">")
                .contains("<a href=\"/lineage?figure=funding%3ALOAN%3ABOUND%3AUSD\">USD 620,000,000</a>")
                .contains("left out: part of osc-loan", "no amount", "“COMMITTED”")
                .contains("&lt;b&gt;part&lt;/b&gt;")
                .doesNotContain("<b>part</b>");
    }

    @Test
    void filters_reach_the_query_and_the_download() {
        String page = czar.get("/funding?instrument=LOAN&column=BOUND&statedBy=2026-01-01")
                .body();
        assertThat(page).contains("href=\"/funding.csv?instrument=LOAN&amp;column=BOUND&amp;statedBy=2026-01-01\"");
        assertThat(RunningWeb.QUERIES.asked.reversed().stream()
                        .map(asked -> asked.address())
                        .filter(address -> address.startsWith("/api/funding"))
                        .findFirst()
                        .orElseThrow())
                .contains("instrument=LOAN", "column=BOUND", "statedBy=2026-01-01");
    }

    @Test
    void an_empty_ledger_and_an_empty_choice_are_told_apart() {
        RunningWeb.QUERIES.answers(
                "/api/funding",
                200,
                Answers.json(new Funding(
                        Answers.seenAs("CZAR"), Answers.coverage(), List.of(), List.of(), List.of(), 0, null)));
        assertThat(czar.get("/funding").body()).contains("No money is on file yet.");
        assertThat(czar.get("/funding?column=PAID").body()).contains("No line of money matches these filters.");
    }

    @Test
    void a_download_is_passed_on_as_the_service_wrote_it() {
        RunningWeb.QUERIES.answers("/api/funding.csv", 200, "programId,amount\r\nucore-smc,'=1+1\r\n");
        var csv = czar.get("/funding.csv?column=BOUND");
        assertThat(csv.body()).isEqualTo("programId,amount\r\nucore-smc,'=1+1\r\n");
        assertThat(csv.headers().firstValue("Content-Disposition")).contains("attachment; filename=\"funding.csv\"");
        assertThat(RunningWeb.QUERIES.lastAsked().address()).isEqualTo("/api/funding.csv?column=BOUND");
        assertThat(RunningWeb.QUERIES.lastAsked().header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void a_download_that_cannot_be_had_is_a_page_that_says_so() {
        RunningWeb.QUERIES.answers("/api/funding.csv", 503, "{}");
        var refused = czar.get("/funding.csv");
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.body()).contains("The query service cannot answer at the moment.");
        RunningWeb.QUERIES.answers(
                "/api/funding.csv", 400, "{\"code\":\"UNREADABLE\",\"detail\":\"asOf is no date.\"}");
        assertThat(czar.get("/funding.csv?asOf=never").body()).contains("asOf is no date.");
    }
}
