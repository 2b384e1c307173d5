package centralcommand.command.server.api;

import centralcommand.command.server.RunningService;
import centralcommand.command.server.RunningService.Answer;
import centralcommand.command.server.TestTokens;

/** The accounts that the stories are told with, and the few things that every story begins with. */
record People(TestTokens tokens) {
    String energy() {
        return tokens.of("energy", "ENERGY", "AGENCY_STAFF");
    }

    String energyApprover() {
        return tokens.of("energy.approver", "ENERGY", "AGENCY_STAFF", "AGENCY_APPROVER");
    }

    String defense() {
        return tokens.of("defense", "DEFENSE", "AGENCY_STAFF");
    }

    String defenseApprover() {
        return tokens.of("defense.approver", "DEFENSE", "AGENCY_STAFF", "AGENCY_APPROVER");
    }

    String czar() {
        return tokens.of("czar", null, "CZAR");
    }

    String auditor() {
        return tokens.of("auditor", null, "AUDITOR");
    }

    /** Registers the departments and leaves both of their programs active, each with one approved milestone. */
    void setUp(RunningService service) {
        done(service.send(czar(), "register-organization", organization("energy", "ENERGY")));
        done(service.send(czar(), "register-organization", organization("defense", "DEFENSE")));
        active(service, energy(), energyApprover(), "ENERGY", "rer-upton", "rer-demo-ops");
        active(service, defense(), defenseApprover(), "DEFENSE", "ucore-smc", "ucore-first-prod");
    }

    private void active(
            RunningService service, String staff, String approver, String agency, String program, String milestone) {
        long proposed = done(service.send(staff, "propose-program", program(program, agency)))
                .position();
        done(service.send(approver, "release-entries", "{\"positions\":[" + proposed + "]}"));
        done(service.send(czar(), "approve-program", "{\"programId\":\"" + program + "\"}"));
        done(service.send(staff, "propose-baseline", baseline(program, milestone)));
        done(service.send(approver, "approve-baseline", "{\"programId\":\"" + program + "\",\"baseline\":1}"));
    }

    static Answer done(Answer answer) {
        if (answer.status() != 200) {
            throw new AssertionError(answer.toString());
        }
        return answer;
    }

    static String organization(String id, String agency) {
        return """
                {"organizationId":"%s","name":"Department %s","agency":"%s","validFrom":"2020-01-01"}""".formatted(id, id, agency);
    }

    static String program(String id, String agency) {
        return """
                {"programId":"%s","name":"Program %s","performer":"A company","leadAgency":"%s","lineOfEffort":"CAPITAL",
                 "stage":"SEPARATION","description":"A plant.","statedOn":"2024-01-01","source":"a filing"}""".formatted(id, id, agency);
    }

    static String baseline(String program, String milestone) {
        return """
                {"programId":"%s","basis":"plan of 2024","statedOn":"2024-01-01",
                 "milestones":[{"milestoneId":"%s","title":"Plant in operation","date":"2026-12-31","precision":"YEAR"}]}""".formatted(program, milestone);
    }

    static String forecast(String program, String milestone, String date) {
        return """
                {"programId":"%s","milestoneId":"%s","date":"%s","cause":"PERMITTING","narrative":"A permit is late.",
                 "source":"monthly report"}""".formatted(program, milestone, date);
    }
}
