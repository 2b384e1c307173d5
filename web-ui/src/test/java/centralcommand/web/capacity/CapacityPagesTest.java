package centralcommand.web.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.query.contract.capacity.Capacity;
import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CapacityPagesTest {

    private final Browser czar = RunningWeb.browser();

    @BeforeEach
    void tonnes_of_one_material() {
        RunningWeb.QUERIES.answers("/api/board", 200, Answers.json(Answers.board(List.of())));
        RunningWeb.QUERIES.answers("/api/capacity", 200, Answers.json(Answers.capacity()));
        czar.signIn("/capacity", "czar", null, "CZAR");
    }

    @Test
    void each_material_at_each_stage_has_a_picture_and_the_same_in_figures() {
        assertThat(czar.get("/capacity").body())
                .contains("Separation: 200 t of 300 t asked for in 2027 are planned.")
                .contains("id=\"capacity-dytb-oxide-separation-title\">Dy and Tb oxides, separation: tonnes a year")
                .contains(
                        "2027: planned 200 t, nameplate none, made 0 t. no year: planned none, nameplate 12.5 t, made none.")
                .contains("<a href=\"/lineage?figure=capacity%3ADYTB_OXIDE%3ASEPARATION%3A2027.planned\">200 t</a>")
                .contains("<strong>300 t</strong>", "not stated", "about 3,000 t of feed");
    }

    @Test
    void filters_reach_the_query_and_a_year_that_is_none_does_not() {
        czar.get("/capacity?material=DYTB_OXIDE&year=2027");
        assertThat(asked()).contains("material=DYTB_OXIDE", "year=2027");
        czar.get("/capacity?year=soon");
        assertThat(asked()).doesNotContain("year");
    }

    @Test
    void an_empty_ledger_is_said() {
        RunningWeb.QUERIES.answers(
                "/api/capacity",
                200,
                Answers.json(new Capacity(Answers.seenAs("CZAR"), Answers.coverage(), "", List.of(), List.of())));
        assertThat(czar.get("/capacity").body())
                .contains("No tonnes are on file yet.")
                .doesNotContain("holds the chain back:");
    }

    private static String asked() {
        return RunningWeb.QUERIES.asked.reversed().stream()
                .map(asked -> asked.address())
                .filter(address -> address.startsWith("/api/capacity"))
                .findFirst()
                .orElseThrow();
    }
}
