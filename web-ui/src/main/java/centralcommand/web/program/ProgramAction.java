package centralcommand.web.program;

import centralcommand.query.contract.program.ProgramPage;
import centralcommand.query.contract.program.ProgramPage.Baseline;
import centralcommand.query.contract.program.ProgramRow;
import centralcommand.web.identity.SignedIn;
import java.util.ArrayList;
import java.util.List;

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
                    .forEach(baseline -> decide(actions, program, baseline));
        }
        if (person.agencyStaff() && lead) {
            actions.add(command("Propose a baseline", "propose-baseline", program, ""));
            actions.add(new ProgramAction("Import a schedule", "/programs/" + program.programId() + "/import"));
            actions.add(command("Record funding", "record-funding", program, ""));
            actions.add(command("Pledge capacity", "pledge-capacity", program, ""));
            actions.add(command("Report production", "report-production", program, ""));
            actions.add(command("Amend", "amend-program", program, ""));
        }
        return List.copyOf(actions);
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
