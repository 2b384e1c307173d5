package centralcommand.command.server.schedule;

import centralcommand.command.contract.schedule.ActivityCommand.AnswerHiddenSlip;
import centralcommand.command.contract.schedule.ActivityCommand.EstimateDuration;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeLapsedPause;
import centralcommand.command.contract.schedule.ActivityCommand.NoticeMissedDate;
import centralcommand.command.contract.schedule.ActivityCommand.PauseMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.ResumeMilestone;
import centralcommand.command.contract.schedule.ActivityCommand.UseMargin;
import centralcommand.command.contract.schedule.RebaselineCommand.ApproveRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.DeclineRebaseline;
import centralcommand.command.contract.schedule.RebaselineCommand.RequestRebaseline;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.ApproveBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleCommand.LinkMilestones;
import centralcommand.command.contract.schedule.ScheduleCommand.ProposeBaseline;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.schedule.ScheduleCommand.ReturnBaseline;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.Decision;
import centralcommand.command.server.decision.ProgramStanding;

/** Every command about the dates of one program, each to its own rule. */
public final class ScheduleRules {
    private ScheduleRules() {}

    /** A link has ends in two programs, so its rule asks the directory about both. */
    public static Decision link(LinkMilestones command, Context context) {
        return Links.decide(command, context);
    }

    /** @param program of which the actor knows; of a confirmation, the lines about this program are decided on */
    public static Decision decide(Schedule state, ProgramStanding program, ScheduleCommand command, Context context) {
        return switch (command) {
            case ProposeBaseline c -> new Baselines(state, program, context).propose(c);
            case ApproveBaseline c -> new Baselines(state, program, context).approve(c);
            case ReturnBaseline c -> new Baselines(state, program, context).sendBack(c);
            case ReportForecast c -> new Reports(state, program, context).forecast(c);
            case ReportDoubt c -> new Reports(state, program, context).doubt(c);
            case ReportActual c -> new Reports(state, program, context).actual(c);
            case ConfirmUnchanged c -> new Confirmations(state, program, context).confirm(c);
            case LinkMilestones c -> link(c, context);
            case RequestRebaseline c -> new Rebaselines(state, program, context).request(c);
            case ApproveRebaseline c -> new Rebaselines(state, program, context).approve(c);
            case DeclineRebaseline c -> new Rebaselines(state, program, context).decline(c);
            case EstimateDuration c -> new Activities(state, program, context).estimate(c);
            case PauseMilestone c -> new Activities(state, program, context).pause(c);
            case ResumeMilestone c -> new Activities(state, program, context).resume(c);
            case UseMargin c -> new Activities(state, program, context).useMargin(c);
            case AnswerHiddenSlip c -> new Activities(state, program, context).answer(c);
            case NoticeMissedDate c -> new Notices(state, program, context).decide(c);
            case NoticeLapsedPause c -> new Notices(state, program, context).decide(c);
        };
    }
}
