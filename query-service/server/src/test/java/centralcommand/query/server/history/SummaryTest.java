package centralcommand.query.server.history;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.query.contract.history.EventRow;
import centralcommand.query.server.told.History;
import centralcommand.query.server.told.Looking;
import centralcommand.query.server.told.Story;
import centralcommand.query.server.view.Sight;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
    @Test
    void every_kind_of_event_is_told_in_one_plain_sentence() {
        History history = Story.told();
        Sight auditor = Looking.asAuditor(history, Looking.TODAY);
        EventRows rows = new EventRows(auditor, Looking.log(history));
        Map<String, String> first = new LinkedHashMap<>();
        history.facts()
                .forEach(fact -> rows.at(fact.position())
                        .map((EventRow row) -> row)
                        .ifPresent(row -> first.putIfAbsent(row.type(), row.summary())));
        assertThat(first)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(
                                "regime-declared",
                                "The rules for capital assets of Energy bind “Giving program”: an order."),
                        Map.entry(
                                "duration-estimated",
                                "The work to “Margin before metal” takes 10 working days (from 10 to 10): a rule of thumb."),
                        Map.entry(
                                "margin-used",
                                "4 working days of “Margin before metal” are used by A company: site; rain."),
                        Map.entry("milestone-paused", "“Oxide made” is paused: litigation; a court."),
                        Map.entry("milestone-resumed", "“Oxide made” goes on: the court has ruled."),
                        Map.entry(
                                "pause-lapsed",
                                "The pause of “Oxide made” was not renewed by Jul 1, 2025 and counts no longer."),
                        Map.entry(
                                "hidden-slip-answered",
                                "To Dec 31, 2025, which follows for “Metal made” from what it waits for, its owner answers: not dependent; another supplier."),
                        Map.entry(
                                "missed-date-noticed",
                                "“Metal made” was promised for Sep 30, 2025, and nobody has reported it as reached."),
                        Map.entry(
                                "rebaseline-requested",
                                "Other dates are asked for in “Giving program” (baseline 2): 1 milestone, funding change; money came late."),
                        Map.entry("rebaseline-declined", "Baseline 2 of “Giving program” is declined: too late."),
                        Map.entry(
                                "rebaseline-approved",
                                "Baseline 3 of “Giving program” is the promise from now on: as fast as it can be."),
                        Map.entry(
                                "handoff-requested",
                                "“Taking program” asks “Giving program” for 20 t of oxide on Aug 31, 2025."),
                        Map.entry("handoff-accepted", "Hand-off oxide is promised on Aug 31, 2025."),
                        Map.entry(
                                "handoff-renegotiated",
                                "Hand-off oxide is to be on Oct 31, 2025 instead: equipment; a kiln."),
                        Map.entry("handoff-delivered", "Hand-off oxide is said to be delivered on Nov 5, 2025."),
                        Map.entry("handoff-contested", "The delivery of hand-off oxide is contested: nothing arrived."),
                        Map.entry("handoff-confirmed", "Hand-off oxide is what was asked."),
                        Map.entry("handoff-declined", "Hand-off more-oxide is declined: no capacity."),
                        Map.entry(
                                "closure-declared",
                                "No agency works from Oct 1, 2025 to a day not known yet: no appropriation."),
                        Map.entry("closure-ended", "Closure lapse-2025 ended with Nov 12, 2025."),
                        Map.entry(
                                "organization-registered",
                                "Department of Energy is registered as ENERGY from Jan 1, 2020 on."),
                        Map.entry("release-policy-set", "Entries of Defense are released as they are recorded."),
                        Map.entry(
                                "program-proposed",
                                "Energy puts forward “Open program ZZRELEASED” (performer: a performer)."),
                        Map.entry("program-approved", "“Open program ZZRELEASED” is approved."),
                        Map.entry(
                                "baseline-proposed",
                                "Baseline 1 of “Open program ZZRELEASED” is proposed: 2 milestones."),
                        Map.entry("baseline-approved", "Baseline 1 of “Open program ZZRELEASED” is approved."),
                        Map.entry(
                                "forecast-reported",
                                "“First product” is expected on Sep 30, 2026: equipment; a late furnace ZZRELEASED."),
                        Map.entry(
                                "funding-recorded",
                                "USD 400,000,000 for “Open program ZZRELEASED”: loan by DOE, bound."),
                        Map.entry(
                                "capacity-pledged",
                                "“Open program ZZRELEASED”: 1,000 t of NdFeB magnets a year planned from 2027."),
                        Map.entry(
                                "production-reported", "“Open program ZZRELEASED” made 12 t of NdFeB magnets in 2025."),
                        Map.entry("program-amended", "What is said of “Open program ZZRELEASED” is amended."),
                        Map.entry(
                                "confirmed-unchanged",
                                "2 dates of “Open program ZZRELEASED” are confirmed as on file on Jul 1, 2025."),
                        Map.entry("entries-released", "Released 8 entries of Energy: now the agency's word."),
                        Map.entry("period-certified", "Energy certifies its report for December 2025."),
                        Map.entry("program-suspended", "“ZZMARKED program” is suspended: ZZMARKED reason."),
                        Map.entry("milestones-linked", "“Magnets made” waits for “First product” (feedstock)."),
                        Map.entry("program-resumed", "“Other program” goes on: review over."),
                        Map.entry("actual-reported", "“Magnets made” was reached on Jan 3, 2026."),
                        Map.entry("program-cancelled", "“Ended program” is cancelled: merged."),
                        Map.entry("doubt-reported", "The date of “Full rate” is in doubt: ZZINSIDE."),
                        Map.entry("entry-withdrawn", "Entry 36 is taken back: ZZINSIDE reason."),
                        Map.entry("entry-corrected", "Entry 13 is struck: ZZINSIDE correction."),
                        Map.entry(
                                "baseline-returned",
                                "Baseline 2 of “Open program ZZRELEASED” goes back: ZZINSIDE returned."),
                        Map.entry("command-refused", "Refused report-forecast: ZZINSIDE"),
                        Map.entry("capacity-target-set", "National target for 2027: 5,000 t of NdFeB magnets.")));
    }
}
