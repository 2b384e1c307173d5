package centralcommand.web.command;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.query.contract.board.MilestoneWork;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What staff of the lead may be about to say of the work to a milestone: a link to the command's form, filled in. */
public record WorkAction(String label, String href) {
    /** With fewer days left than this, a pause asks to be renewed. */
    static final int RENEW_WITHIN_DAYS = 30;

    /** All that may be said of an open milestone; nothing of one that is closed. */
    public static List<WorkAction> of(MilestoneRow row) {
        if (row.closed()) {
            return List.of();
        }
        MilestoneWork work = row.work();
        List<WorkAction> actions = new ArrayList<>();
        actions.add(estimate(row, work == null ? null : work.estimate()));
        if (work == null || work.pause() == null) {
            actions.add(new WorkAction("Pause", form("pause-milestone", row).toUriString()));
        } else {
            actions.add(renew(row, work.pause()));
            actions.add(new WorkAction("Resume", form("resume-milestone", row).toUriString()));
        }
        if (row.kind() == MilestoneKind.MARGIN
                && work != null
                && work.margin() != null
                && work.margin().leftDays() > 0) {
            UriComponentsBuilder form = form("use-margin", row);
            actions.add(new WorkAction(
                    "Use margin",
                    row.owner() == null
                            ? form.toUriString()
                            : form.queryParam("owner", "{owner}")
                                    .build(row.owner())
                                    .toString()));
        }
        return List.copyOf(actions);
    }

    /** Renewing a pause that holds for a few days only; absent where there is none or time enough. */
    public static @Nullable WorkAction renewal(MilestoneRow row) {
        MilestoneWork work = row.work();
        return work == null || work.pause() == null || work.pause().daysLeft() >= RENEW_WITHIN_DAYS
                ? null
                : renew(row, work.pause());
    }

    private static WorkAction renew(MilestoneRow row, MilestoneWork.Pause pause) {
        return new WorkAction(
                "Renew pause",
                form("pause-milestone", row)
                        .queryParam("reason", pause.reason())
                        .toUriString());
    }

    private static WorkAction estimate(MilestoneRow row, MilestoneWork.@Nullable Estimate known) {
        UriComponentsBuilder form = form("estimate-duration", row);
        if (known != null) {
            form.queryParam("lowDays", known.lowDays())
                    .queryParam("likelyDays", known.likelyDays())
                    .queryParam("highDays", known.highDays());
        }
        return new WorkAction(known == null ? "Estimate duration" : "Estimate anew", form.toUriString());
    }

    private static UriComponentsBuilder form(String command, MilestoneRow row) {
        return UriComponentsBuilder.fromPath("/commands/" + command)
                .queryParam("programId", row.programId())
                .queryParam("milestoneId", row.milestoneId())
                .queryParam("version", row.version());
    }
}
