package centralcommand.query.server.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.shared.Agency;
import centralcommand.query.contract.schedule.Handoffs.AtRisk;
import centralcommand.query.contract.schedule.Handoffs.Risk;
import centralcommand.query.server.lineage.LineageView;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Sample;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The 23 rows of the sample's dependencies, each read by hand beside its milestones and their reports; as of 23 November 2026. */
class SampleLinksTest {
    private static final History SAMPLE = Sample.history();
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Sight SIGHT = Looking.asCzar(SAMPLE, TODAY);
    private static final List<AtRisk> LINKS = HandoffsView.links(SIGHT, Filter.ALL);

    private static AtRisk link(String id) {
        return LINKS.stream()
                .filter(link -> link.linkId().equals(new LinkId(id)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource({
        // Refined feed was needed for magnets that were made by the end of 2025, but its plant is on file for mid-2026.
        "dep-mp-feed-ind, OUT_OF_ORDER",
        // The memorandum was signed in April 2026, the window that it was to feed ends in July 2026: the link points
        // the other way.
        "dep-s232-eu, OUT_OF_ORDER",
        // In December 2025 the demonstration plant's date came into doubt.
        "dep-rer-demo-mine, IN_DOUBT",
        // Swarf flows since December 2025, three years before it is needed.
        "dep-evac-cyclic, NONE",
        // The solicitation opened in December 2025.
        "dep-demo-phoenix, NONE",
        // The window opened in December 2025; that the studies which lead to it ended in July 2024 nobody has said.
        "dep-phase1-demo, OUT_OF_ORDER",
        // The rule takes effect on 1 January 2027, before the end of that year.
        "dep-dfars-goal, NONE",
        // The one milestone of the program that gives was on file for mid-2026, and nothing was said since.
        "dep-mp-feed, SILENT",
        // A program as a whole gives, without a date.
        "dep-lynas-feed, UNDATED",
        "dep-ree-vulcan, UNDATED",
        "dep-f41-chemours, UNDATED",
        "dep-chemours-ef, UNDATED",
        "dep-mp-evac, UNDATED",
        "dep-f41-sheep, UNDATED",
        "dep-mri-sheep, UNDATED",
        "dep-eo-f41, UNDATED",
        "dep-lcm-still, UNDATED",
        // Somebody outside gives.
        "dep-lynas-permit, UNDATED",
        "dep-rer-nrc, UNDATED",
        "dep-arafura-german, UNDATED",
        "dep-china-pause, UNDATED"
    })
    void each_link_is_found_as_read_by_hand(String id, Risk risk) {
        assertThat(link(id).risk()).isEqualTo(risk);
    }

    @Test
    void links_within_a_program_are_no_hand_offs() {
        assertThat(LINKS).hasSize(21);
        assertThat(LINKS.stream().map(link -> link.linkId().value())).doesNotContain("dep-ef-permit", "dep-nio-exim");
    }

    @Test
    void the_gravest_come_first_and_are_counted() {
        assertThat(LINKS.stream().limit(5).map(link -> link.linkId().value()))
                .containsExactly(
                        "dep-mp-feed-ind", "dep-phase1-demo", "dep-s232-eu", "dep-mp-feed", "dep-rer-demo-mine");
        assertThat(HandoffsView.atRisk(SIGHT)).isEqualTo(5);
        assertThat(LineageView.of(SIGHT, Looking.log(SAMPLE), "handoffs-at-risk")
                        .rows())
                .hasSize(5);
    }

    @Test
    void each_sentence_names_both_ends_and_their_dates() {
        assertThat(link("dep-mp-feed-ind").sentence())
                .isEqualTo(
                        "“First finished NdFeB magnets on commercial equipment” of Independence magnet plant (Fort Worth)"
                                + " was reached Dec 31, 2025 (year), although “Commission heavy rare earth separation circuit” of"
                                + " Mountain Pass heavy rare earth separation, on file for Jun 30, 2026 (mid year), was not reached"
                                + " before it: the link is wrong, or something was skipped.");
        assertThat(link("dep-rer-demo-mine").sentence())
                .endsWith(
                        "of Upton demonstration plant (Bear Lodge) is in doubt, last on file for Mar 31, 2026 (quarter)."
                                + " Bear Lodge mine and processing waits for it, without a date of its own.");
    }

    @Test
    void the_feed_that_comes_after_the_magnets_was_to_be_seen_before_they_were_made() {
        AtRisk link = feedInNovember(Audience.AUDITOR);
        assertThat(link.risk()).isEqualTo(Risk.CROSSED);
        assertThat(link.days()).isEqualTo(181);
        assertThat(link.sentence())
                .isEqualTo(
                        "“Commission heavy rare earth separation circuit” of Mountain Pass heavy rare earth separation is"
                                + " expected Jun 30, 2026 (mid year), 181 days after “First finished NdFeB magnets on commercial"
                                + " equipment” of Independence magnet plant (Fort Worth), on file for Dec 31, 2025 (late year).");
    }

    @Test
    void what_its_owner_has_not_seen_yet_is_held_against_nobody() {
        AtRisk link = feedInNovember(Audience.CZAR);
        assertThat(link.risk()).isEqualTo(Risk.NONE);
        assertThat(link.days()).isNull();
        assertThat(link.sentence()).doesNotContain("181");
    }

    private static AtRisk feedInNovember(Audience audience) {
        LocalDate november = LocalDate.of(2025, 11, 30);
        Sight then = Sight.of(SAMPLE.world(), audience, SIGHT.asker(), november, null, november, SAMPLE.past(november));
        return HandoffsView.links(then, Filter.ALL).stream()
                .filter(link -> link.linkId().value().equals("dep-mp-feed-ind"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_filter_keeps_the_links_of_which_either_end_is_its_own() {
        Filter energy = new Filter(new Agency("ENERGY"), null, null, null, null);
        assertThat(HandoffsView.links(SIGHT, energy)).isNotEmpty().hasSizeLessThan(21);
    }
}
