package centralcommand.web.program;

import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramPage.Baseline;
import centralcommand.query.contract.program.ProgramPage.BaselineKind;
import centralcommand.query.contract.program.ProgramRow;
import centralcommand.query.contract.program.ProgramStatus;
import centralcommand.web.command.WorkAction;
import centralcommand.web.identity.SignedIn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a person may be about to do with a program: a link to the command's form, filled in. Whether they may is for the service to say. */
record ProgramAction(String label, String href) {

    static List<ProgramAction> of(ProgramPage page, SignedIn person) {
        List<ProgramAction> actions = new ArrayList<>();
        ProgramRow program = page.program();
        if (person.czar()) {
            switch (program.status()) {
                case PROPOSED -> actions.add(command("Approve this program", "approve-program", program, ""));
                case ACTIVE -> {
                    actions.add(command("Suspend", "suspend-program", program, ""));
                    actions.add(command("Cancel", "cancel-program", program, ""));
                }
                case SUSPENDED -> {
                    actions.add(command("Resume", "resume-program", program, ""));
                    actions.add(command("Cancel", "cancel-program", program, ""));
                }
                case CANCELLED -> {}
            }
        }
        if (person.czar()) {
            actions.add(command("Rules that bind it", "declare-regime", program, ""));
        }
        boolean lead = program.agency().code().equals(person.agency());
        if (person.czar() || (person.approver() && lead)) {
            page.baselines().stream()
                    .filter(baseline -> baseline.status().equals("PROPOSED"))
                    .filter(baseline -> baseline.kind() != BaselineKind.REBASELINE)
                    .forEach(baseline -> decide(actions, program, baseline));
        }
        if (person.czar()) {
            page.baselines().stream()
                    .filter(baseline -> baseline.status().equals("PROPOSED"))
                    .filter(baseline -> baseline.kind() == BaselineKind.REBASELINE)
                    .forEach(baseline -> actions.add(new ProgramAction(
                            "Decide on request " + baseline.baseline(),
                            "/programs/" + program.programId() + "/rebaseline/" + baseline.baseline())));
        }
        if (person.agencyStaff()) {
            actions.add(new ProgramAction(
                    lead ? "Ask another program for a hand-off" : "Ask this program for a hand-off",
                    "/desk/handoffs/request?" + (lead ? "to" : "from") + "ProgramId=" + program.programId()));
        }
        if (person.agencyStaff() && lead) {
            actions.add(command("Propose a baseline", "propose-baseline", program, ""));
            if (!page.milestones().isEmpty()) {
                actions.add(
                        new ProgramAction("Ask for other dates", "/programs/" + program.programId() + "/rebaseline"));
            }
            actions.add(new ProgramAction("Import a schedule", "/programs/" + program.programId() + "/import"));
            actions.add(command("Record funding", "record-funding", program, ""));
            actions.add(command("Pledge capacity", "pledge-capacity", program, ""));
            actions.add(command("Report production", "report-production", program, ""));
            actions.add(command("Amend", "amend-program", program, ""));
        }
        return List.copyOf(actions);
    }

    /** The same for the work to each milestone, by its id; those of which nothing can be said are left out. */
    static Map<String, List<WorkAction>> onWork(ProgramPage page, SignedIn person) {
        ProgramRow program = page.program();
        boolean lead = program.agency().code().equals(person.agency());
        if (!person.agencyStaff() || !lead || program.status() != ProgramStatus.ACTIVE) {
            return Map.of();
        }
        return page.milestones().stream()
                .filter(row -> !row.closed())
                .collect(Collectors.toUnmodifiableMap(row -> row.milestoneId().value(), WorkAction::of));
    }

    private static void decide(List<ProgramAction> actions, ProgramRow program, Baseline baseline) {
        String number = "&baseline=" + baseline.baseline();
        actions.add(command("Approve baseline " + baseline.baseline(), "approve-baseline", program, number));
        actions.add(command("Return baseline " + baseline.baseline(), "return-baseline", program, number));
    }

    private static ProgramAction command(String label, String command, ProgramRow program, String more) {
        return new ProgramAction(
                label,
                "/commands/" + command + "?programId=" + program.programId() + "&version=" + program.version() + more);
    }
}
