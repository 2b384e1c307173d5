package centralcommand.command.server.schedule;

import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Rejection;
import java.time.LocalDate;

/** Why the system's notice is not due, in order of precedence; those that other features share are in {@code CommonRejections}. */
final class NoticeRejections {
    private NoticeRejections() {}

    static Rejection notPromised(MilestoneId milestone, LocalDate day) {
        return Rejection.rule(
                "NOT_PROMISED_FOR_THAT_DAY",
                "Milestone \"%s\" is not promised for %s now. Give notice of the date that holds."
                        .formatted(milestone, day),
                "promised");
    }

    static Rejection notYetDue(MilestoneId milestone, LocalDate due, LocalDate today) {
        return Rejection.rule(
                "NOTICE_NOT_DUE",
                "Notice about \"%s\" is due on %s at the earliest, and today is %s. Wait for that day."
                        .formatted(milestone, due, today),
                null);
    }

    static Rejection paused(MilestoneId milestone, LocalDate until) {
        return Rejection.rule(
                "MILESTONE_PAUSED",
                "Milestone \"%s\" is paused until %s, so its date is not missed meanwhile. Wait until it is resumed or its pause lapses."
                        .formatted(milestone, until),
                "milestoneId");
    }

    static Rejection notPausedUntil(MilestoneId milestone, LocalDate until) {
        return Rejection.rule(
                "NO_PAUSE_UNTIL_THAT_DAY",
                "No pause of \"%s\" that still stands holds until %s. Give notice of the pause that does."
                        .formatted(milestone, until),
                "renewedUntil");
    }
}
