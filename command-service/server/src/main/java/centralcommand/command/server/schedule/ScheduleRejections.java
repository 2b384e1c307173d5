package centralcommand.command.server.schedule;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.LinkId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.StatedDate;
import centralcommand.command.server.decision.ProgramStatus;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Refusals about promised dates, in order of precedence; those that other features share are in {@code CommonRejections}. */
final class ScheduleRejections {
    private ScheduleRejections() {}

    // Not there.

    static Rejection unknownBaseline(ProgramId program, int baseline) {
        return Rejection.unknown(
                "UNKNOWN_BASELINE",
                "Program \"%s\" has no baseline %d that you can decide on. Check the number, or ask its agency to release it."
                        .formatted(program, baseline),
                "baseline");
    }

    static Rejection notPromised(MilestoneId milestone, ProgramId program, String field) {
        return Rejection.unknown(
                "UNKNOWN_MILESTONE",
                "No approved baseline of program \"%s\" promises milestone \"%s\". Check the id, or have its baseline approved first."
                        .formatted(program, milestone),
                field);
    }

    // Not yours.

    static Rejection notDeciding(ProgramId program) {
        return Rejection.permission(
                "NOT_LEAD_AGENCY",
                "Only an approver of the agency that leads \"%s\", or the czar's office, decides on its baselines."
                        .formatted(program));
    }

    static Rejection rebaselineByCzar(ProgramId program) {
        return Rejection.permission(
                "REBASELINE_BY_CZAR",
                "\"%s\" has an approved baseline, and only the czar's office approves a later one. Release the proposal and leave it to them."
                        .formatted(program));
    }

    static Rejection decidedByCzar(ProgramId program) {
        return Rejection.permission(
                "REBASELINE_BY_CZAR",
                "Only the czar's office decides whether other dates of \"%s\" become the promise. Leave it to them."
                        .formatted(program));
    }

    static Rejection notAnEnd() {
        return Rejection.permission(
                "NOT_LEAD_AGENCY",
                "Only staff of the agency that leads one end may link it. Ask one of the two agencies.");
    }

    // Not so.

    static Rejection programNotActive(ProgramId program, ProgramStatus status, String field) {
        return Rejection.rule(
                "PROGRAM_NOT_ACTIVE",
                "This needs an active program, but \"%s\" is %s. %s"
                        .formatted(program, status.name().toLowerCase(Locale.ROOT), wayOut(status)),
                field);
    }

    private static String wayOut(ProgramStatus status) {
        return switch (status) {
            case PROPOSED -> "The czar's office has to approve it first.";
            case SUSPENDED -> "The czar's office has to resume it first.";
            case CANCELLED -> "It was ended for good.";
            case ACTIVE -> "It is active.";
        };
    }

    static Rejection cancelled(ProgramId program) {
        return Rejection.rule(
                "PROGRAM_CANCELLED",
                "Program \"%s\" was cancelled, so nothing more is promised of it.".formatted(program),
                "programId");
    }

    static Rejection noApprovedBaseline(MilestoneId milestone, String field) {
        return Rejection.rule(
                "NO_APPROVED_BASELINE",
                "Milestone \"%s\" is proposed, but its baseline is not approved yet. Report on it once it is."
                        .formatted(milestone),
                field);
    }

    static Rejection baselineNotPending(int baseline, String stand) {
        return Rejection.rule(
                "BASELINE_NOT_PENDING",
                "Baseline %d was %s already. Propose another one to change it.".formatted(baseline, stand),
                "baseline");
    }

    static Rejection notAProposal(int baseline) {
        return Rejection.rule(
                "NOT_A_PROPOSAL",
                "Number %d asks for other dates of milestones that are promised. Decide on it with approve-rebaseline or decline-rebaseline."
                        .formatted(baseline),
                "baseline");
    }

    static Rejection notARequest(int baseline) {
        return Rejection.rule(
                "NOT_A_REQUEST",
                "Number %d proposes milestones for the first time. Decide on it with approve-baseline or return-baseline."
                        .formatted(baseline),
                "baseline");
    }

    static Rejection requestDecided(int baseline, String stand) {
        return Rejection.rule(
                "BASELINE_NOT_PENDING",
                "Request %d was %s already. Its agency has to ask again to change that.".formatted(baseline, stand),
                "baseline");
    }

    static Rejection milestoneTwice(MilestoneId milestone, String field) {
        return Rejection.rule(
                "MILESTONE_TWICE",
                "Milestone \"%s\" stands twice in the list. Name it once.".formatted(milestone),
                field);
    }

    static Rejection milestoneKnown(MilestoneId milestone, String field) {
        return Rejection.rule(
                "MILESTONE_KNOWN",
                "Milestone \"%s\" is in a baseline of this program already; its date moves only by an approved rebaseline. Take it off the list."
                        .formatted(milestone),
                field);
    }

    static Rejection nothingPromised(MilestoneId milestone, String field) {
        return Rejection.rule(
                "NO_DATE_PROMISED",
                "Milestone \"%s\" was approved without a date, so there is no promise to replace. Report a forecast instead."
                        .formatted(milestone),
                field);
    }

    static Rejection samePromise(MilestoneId milestone, StatedDate promised, String field) {
        return Rejection.rule(
                "SAME_DATE",
                "Milestone \"%s\" is promised for %s already, so this would change nothing. Take it off the list, or give another date."
                        .formatted(milestone, promised.date()),
                field);
    }

    static Rejection askedBeforePromise(MilestoneId milestone, LocalDate statedOn, LocalDate promisedOn) {
        return Rejection.rule(
                "ASKED_BEFORE_PROMISE",
                "The promise of milestone \"%s\" that is in force was stated on %s, so another one cannot have been asked for on %s. Give the day on which you ask."
                        .formatted(milestone, promisedOn, statedOn),
                "statedOn");
    }

    static Rejection promisedDayPassed(StatedDate promised, LocalDate today, String field) {
        return Rejection.rule(
                "PROMISED_DAY_PASSED",
                "Nobody can promise %s any more: today is %s. Give a day that can still be kept, or report an actual if it was reached."
                        .formatted(promised.date(), today),
                field);
    }

    /** No date is moved with fewer than 30 days to run: the rule of the FAST-41 dashboard, permits.performance.gov. */
    static Rejection locked(MilestoneId milestone, LocalDate promised, String field) {
        return Rejection.rule(
                "DATE_LOCKED",
                "Milestone \"%s\" is promised for %s, and a promise may not be moved in its last 30 days. Report a forecast or a doubt now; other dates may be asked for once that day has passed."
                        .formatted(milestone, promised),
                field);
    }

    static Rejection asked(MilestoneId milestone, int baseline, String field) {
        return Rejection.rule(
                "REBASELINE_PENDING",
                "Other dates of milestone \"%s\" are asked for by number %d, which is not decided yet. Wait for the decision, or withdraw that request while it is not released."
                        .formatted(milestone, baseline),
                field);
    }

    static Rejection forecastBeforeStatedDay(StatedDate expected, LocalDate statedOn) {
        return Rejection.rule(
                "FORECAST_BEFORE_STATED_DAY",
                "A forecast stated on %s cannot end on %s, before that day. Report an actual if it was reached, a doubt if no date can be given, or check the date."
                        .formatted(statedOn, expected.date()),
                "date");
    }

    static Rejection actualAfterStatedDay(StatedDate reached, LocalDate statedOn) {
        return Rejection.rule(
                "ACTUAL_AFTER_STATED_DAY",
                "What begins on %s cannot have been reached when it was stated on %s. Check both days, or report a forecast."
                        .formatted(reached.first(), statedOn),
                "date");
    }

    static Rejection reached(MilestoneId milestone, String field) {
        return Rejection.rule(
                "MILESTONE_REACHED",
                "Milestone \"%s\" was reported as reached. If that is wrong, strike that report with correct-entry first."
                        .formatted(milestone),
                field);
    }

    static Rejection reachedMeanwhile(MilestoneId milestone) {
        return Rejection.rule(
                "MILESTONE_REACHED",
                "Milestone \"%s\" was reached meanwhile, so a new promise for it would measure nothing. Decline the request."
                        .formatted(milestone),
                "baseline");
    }

    static Rejection actualTwice(MilestoneId milestone) {
        return Rejection.rule(
                "ACTUAL_ALREADY_REPORTED",
                "Milestone \"%s\" was reported as reached already, and it is reached once. If that report is wrong, strike it with correct-entry first."
                        .formatted(milestone),
                "milestoneId");
    }

    static Rejection pausedForAnother(MilestoneId milestone, PauseReason reason) {
        return Rejection.rule(
                "PAUSED_FOR_ANOTHER_REASON",
                "Milestone \"%s\" is paused already: %s. Resume it first, or give the same reason to renew the pause."
                        .formatted(milestone, words(reason)),
                "reason");
    }

    /** @param lapsedAfter the last day of a pause that nobody renewed; absent where there was none to resume */
    static Rejection notPaused(MilestoneId milestone, LocalDate statedOn, @Nullable LocalDate lapsedAfter) {
        return Rejection.rule(
                "NOT_PAUSED",
                "Milestone \"%s\" was not paused on %s, so there is nothing to resume. %s"
                        .formatted(
                                milestone,
                                statedOn,
                                lapsedAfter == null
                                        ? "Look at its program's page for how it stands."
                                        : "Its pause was not renewed after %s and counts no longer; pause it anew if it still stands still."
                                                .formatted(lapsedAfter)),
                "milestoneId");
    }

    static Rejection notAMargin(MilestoneId milestone) {
        return Rejection.rule(
                "NOT_A_MARGIN",
                "Milestone \"%s\" is no margin, so no days can be taken from it. Name a milestone of kind MARGIN, or propose one in a baseline."
                        .formatted(milestone),
                "milestoneId");
    }

    static Rejection marginWithoutDuration(MilestoneId milestone) {
        return Rejection.rule(
                "MARGIN_WITHOUT_DURATION",
                "Nobody has said how many days were set aside in \"%s\". Say so with estimate-duration first."
                        .formatted(milestone),
                "milestoneId");
    }

    static Rejection pausedAfterTheMiss(MilestoneId milestone, LocalDate promised, LocalDate statedOn) {
        return Rejection.rule(
                "PAUSED_AFTER_THE_MISS",
                "Milestone \"%s\" was promised for %s, and that day has passed. A pause entered now cannot begin on %s, before it was missed: state it as of today."
                        .formatted(milestone, promised, statedOn),
                "statedOn");
    }

    /** Margin is taken by events with an owner and a reason, never by another size. */
    static Rejection marginSet(MilestoneId milestone, int days) {
        return Rejection.rule(
                "MARGIN_SET",
                "Margin \"%s\" was set aside with %d working days, and another size would take or add days without an owner and a reason. Say what was used of it (use-margin), or correct the entry that set it if it was wrong."
                        .formatted(milestone, days),
                "likelyDays");
    }

    static Rejection marginExceeded(MilestoneId milestone, int asked, int left) {
        return Rejection.rule(
                "MARGIN_EXCEEDED",
                left < 1
                        ? "Nothing is left of \"%s\", so no %d working days can be taken from it. Report a forecast or a doubt for what comes after it."
                                .formatted(milestone, asked)
                        : "%d working days were asked, but only %d %s left of \"%s\". Take that many at most, and report a forecast or a doubt for the rest."
                                .formatted(asked, left, left == 1 ? "is" : "are", milestone),
                "workingDays");
    }

    private static String words(PauseReason reason) {
        return reason.name().replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    static Rejection nothingOnFile(MilestoneId milestone, String field) {
        return Rejection.rule(
                "NO_DATE_ON_FILE",
                "Milestone \"%s\" has no date that could be confirmed. Report a forecast or a doubt instead."
                        .formatted(milestone),
                field);
    }

    static Rejection dateHasPassed(MilestoneId milestone, LocalDate onFile, LocalDate statedOn, String field) {
        return Rejection.rule(
                "DATE_ON_FILE_HAS_PASSED",
                "Milestone \"%s\" is on file for %s, before the status date %s, so it cannot stand unchanged. Report an actual, a new forecast or a doubt instead."
                        .formatted(milestone, onFile, statedOn),
                field);
    }

    /** @param path the milestones in the order in which each waits for the one before, beginning and ending with the same */
    static Rejection circle(LinkId link, List<MilestoneId> path) {
        return Rejection.rule(
                "LINK_CIRCLE",
                "\"%s\" would close a circle of milestones that wait for each other: %s. Leave it out, or strike one of the other links."
                        .formatted(
                                link, path.stream().map(MilestoneId::toString).collect(Collectors.joining(" → "))),
                "to");
    }

    static Rejection circleThroughUnreleased(LinkId link) {
        return Rejection.rule(
                "LINK_CIRCLE",
                "\"%s\" would close a circle of milestones that wait for each other, through a link that you cannot see yet. Ask the other agency."
                        .formatted(link),
                "to");
    }
}
