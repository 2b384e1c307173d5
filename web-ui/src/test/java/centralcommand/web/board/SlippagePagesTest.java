package centralcommand.web.board;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlippagePagesTest {

    private final Browser czar = RunningWeb.browser();

    @Test
    void slips_are_ranked_and_divided_by_cause_as_a_picture_and_in_figures() {
        RunningWeb.QUERIES.answers(
                "/api/slippage",
                200,
                Answers.json(Answers.slippage(List.of(Answers.late("ucore-first-prod", "First product")))));
        czar.signIn("/slippage", "czar", null, "CZAR");
        assertThat(czar.get("/slippage?stage=SEPARATION&asOf=2026-01-01").body())
                .contains(
                        "class=\"bars\"",
                        "No cause given",
                        "7 milestones, worst 1,399 days",
                        "1 milestone, worst 1,096 days")
                .contains(
                        "1,096 days; between 732 and 1,460",
                        "href=\"/slippage.csv?stage=SEPARATION&amp;asOf=2026-01-01\"")
                .contains("27 of 55 programs have no dated milestone");
        assertThat(RunningWeb.QUERIES.lastAsked().address())
                .contains("/api/slippage?", "stage=SEPARATION", "asOf=2026-01-01");
    }

    @Test
    void a_slip_that_a_pause_made_is_put_down_to_it() {
        String page = Answers.json(Answers.slippage(List.of(Answers.late("ucore-first-prod", "First product"))))
                .replace("\"pausedFor\":null", "\"pausedFor\":\"AWAITING_FUNDS\"")
                .replace("\"NONE_GIVEN\"", "\"PAUSED_AWAITING_FUNDS\"");
        RunningWeb.QUERIES.answers("/api/slippage", 200, page);
        czar.signIn("/slippage", "czar", null, "CZAR");
        assertThat(czar.get("/slippage").body())
                .contains("work was paused: awaiting funds", "Paused: awaiting funds")
                .contains("The kiln came late.");
    }

    @Test
    void without_a_slip_it_says_so() {
        RunningWeb.QUERIES.answers("/api/slippage", 200, Answers.json(Answers.slippage(List.of())));
        czar.signIn("/slippage", "czar", null, "CZAR");
        assertThat(czar.get("/slippage").body()).contains("No slip is on file");
        assertThat(czar.get("/slippage?q=nothing").body()).contains("No milestone matches these filters.");
    }
}
