package centralcommand.web.threshold;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Regime;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.threshold.Measure;
import centralcommand.query.contract.threshold.Thresholds;
import centralcommand.query.contract.threshold.Thresholds.Breach;
import centralcommand.query.contract.threshold.Thresholds.Threshold;
import centralcommand.web.Answers;
import centralcommand.web.Browser;
import centralcommand.web.RunningWeb;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThresholdPagesTest {

    private final Browser czar = RunningWeb.browser();

    private static Breach breach(boolean binding, String milestone) {
        return new Breach(
                "fast41-extension",
                binding,
                new MilestoneId(milestone),
                "Opening of " + milestone,
                new ProgramId("plant"),
                "Plant",
                new Agency("INTERIOR"),
                LocalDate.of(2026, 1, 31),
                LocalDate.of(2026, 3, 1),
                29,
                "slip/" + milestone);
    }

    private static Thresholds thresholds(Breach... breaches) {
        return new Thresholds(
                Answers.seenAs("CZAR"),
                Answers.coverage(),
                List.of(new Threshold(
                        "fast41-extension",
                        "Extension beyond 30 days",
                        Measure.VS_ORIGINAL,
                        0,
                        30,
                        LocalDate.of(2015, 12, 4),
                        null,
                        Regime.FAST_41,
                        "42 U.S.C. 4370m-2(c)(2)(D)",
                        "A determination on the record")),
                List.of(breaches));
    }

    @Test
    void what_binds_is_told_apart_from_what_is_borrowed_and_each_limit_names_its_source() {
        RunningWeb.QUERIES.answers(
                "/api/thresholds", 200, Answers.json(thresholds(breach(true, "bound"), breach(false, "advised"))));
        czar.signIn("/thresholds", "czar", null, "CZAR");
        assertThat(czar.get("/thresholds").body())
                .contains(
                        "More than 30 days after the date first promised.",
                        "covered projects under FAST-41",
                        "42 U.S.C. 4370m-2(c)(2)(D). In force since Dec 4, 2015.",
                        "Binding: the rule is made for these programs",
                        "Opening of bound",
                        "Advisory, borrowed: 1 milestone beyond it in programs that it does not bind",
                        "Opening of advised",
                        "29 days");
    }

    @Test
    void the_agency_is_chosen_from_those_that_there_are() {
        RunningWeb.QUERIES.answers("/api/thresholds", 200, Answers.json(thresholds()));
        czar.signIn("/thresholds", "czar", null, "CZAR");
        assertThat(czar.get("/thresholds?agency=ENERGY").body())
                .contains("<option value=\"COMMERCE\">Commerce</option>")
                .contains("<option value=\"ENERGY\" selected=\"selected\">Energy</option>");
    }

    @Test
    void a_limit_that_nothing_crosses_says_so() {
        RunningWeb.QUERIES.answers("/api/thresholds", 200, Answers.json(thresholds()));
        czar.signIn("/thresholds", "czar", null, "CZAR");
        assertThat(czar.get("/thresholds").body()).contains("No slip is beyond it.");
    }
}
