package centralcommand.web.time;

import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneWork.Estimate;
import centralcommand.query.contract.board.MilestoneWork.Margin;
import centralcommand.query.contract.board.MilestoneWork.Pause;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** How what is said of the work to a milestone is written on every page; in templates {@code @work}. */
@Component("work")
public class WorkWording {
    private final Wording wording;
    private final FactWording facts;

    public WorkWording(Wording wording, FactWording facts) {
        this.wording = wording;
        this.facts = facts;
    }

    /** "30 working days (20 to 60)"; one figure where best and worst case are the same. */
    public String estimate(Estimate estimate) {
        String likely = days(estimate.likelyDays());
        return (estimate.lowDays() == estimate.highDays()
                        ? likely
                        : likely + " (" + wording.count(estimate.lowDays()) + " to "
                                + wording.count(estimate.highDays()) + ")")
                + facts.kept(estimate.status(), estimate.marking());
    }

    /** "Awaiting funds, holds until Apr 1, 2026". */
    public String pause(Pause pause) {
        return facts.name(pause.reason()) + ", holds until " + wording.day(pause.heldUntil())
                + facts.kept(pause.status(), pause.marking());
    }

    /** How long that is from today: "85 days left", "today is its last day". */
    public String left(Pause pause) {
        return pause.daysLeft() == 0 ? "today is its last day" : wording.days(pause.daysLeft()) + " left";
    }

    /** "6 of 10 working days left". */
    public String margin(Margin margin) {
        return (margin.leftDays() < 0 ? "−" : "") + wording.count(Math.abs(margin.leftDays())) + " of "
                + days(margin.setAsideDays()) + " left";
    }

    /** The act to which a date owes its latest move: "work was paused: litigation", "promised anew: over target"; empty where a report moved it. */
    public String movedBy(MilestoneRow row) {
        if (row.promisedAnewFor() != null) {
            return "promised anew: " + facts.name(row.promisedAnewFor()).toLowerCase(Locale.ROOT);
        }
        return row.pausedFor() == null
                ? ""
                : "work was paused: " + facts.name(row.pausedFor()).toLowerCase(Locale.ROOT);
    }

    private String days(int days) {
        return wording.count(days) + (days == 1 ? " working day" : " working days");
    }
}
