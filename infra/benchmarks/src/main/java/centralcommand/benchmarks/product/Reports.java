package centralcommand.benchmarks.product;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.benchmarks.product.HttpCaller.Answer;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** The load: an agency reports a new date for a milestone, again and again, each time another one. */
final class Reports {
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final LocalDate FIRST = LocalDate.of(2031, 1, 1);
    private static final int DATES = 10_000;

    private final Product product;
    private final int programs;
    private final String name;

    /** @param name of this load; programs of another name are others */
    Reports(Product product, String name, int programs) {
        this.product = product;
        this.name = name;
        this.programs = programs;
    }

    String token(String account) throws IOException {
        try (var caller = new HttpCaller(product.webPort())) {
            var answer = caller.post(
                    "/oauth2/token",
                    Map.of(
                            "Authorization",
                            "Basic "
                                    + Base64.getEncoder()
                                            .encodeToString((account + ":" + account + "-pass").getBytes(UTF_8)),
                            "Content-Type",
                            "application/x-www-form-urlencoded"),
                    "grant_type=client_credentials");
            var token = TOKEN.matcher(answer.body());
            if (!token.find()) {
                throw new IOException("No token for %s: %s".formatted(account, answer));
            }
            return token.group(1);
        }
    }

    /** Programs with a milestone each, active and with an approved baseline. */
    void prepare() throws IOException {
        var staff = token("energy");
        var approver = token("energy.approver");
        var czar = token("czar");
        try (var caller = new HttpCaller(product.commandPort())) {
            done(send(caller, approver, "set-release-policy", name + "-policy", """
                    {"agency":"ENERGY","policy":"AT_ONCE"}"""));
            for (var n = 0; n < programs; n++) {
                done(send(caller, staff, "propose-program", program(n) + "-1", """
                        {"programId":"%s","name":"Program %d","performer":"A company","leadAgency":"ENERGY","lineOfEffort":"CAPITAL",
                         "stage":"SEPARATION","description":"A plant.","statedOn":"2024-01-01","source":"load"}""".formatted(program(n), n)));
                done(send(
                        caller, czar, "approve-program", program(n) + "-2", "{\"programId\":\"" + program(n) + "\"}"));
                done(send(caller, staff, "propose-baseline", program(n) + "-3", """
                        {"programId":"%s","basis":"plan","statedOn":"2024-01-01","source":"load",
                         "milestones":[{"milestoneId":"%s-m","title":"Plant in operation","date":"2030-12-31","precision":"DAY"}]}""".formatted(program(n), program(n))));
                done(send(caller, approver, "approve-baseline", program(n) + "-4", """
                        {"programId":"%s","baseline":1}""".formatted(program(n))));
            }
        }
    }

    private String program(int n) {
        return "%s-%d".formatted(name, n);
    }

    /** The {@code number}th report; different numbers give different commands and different dates. */
    Answer send(HttpCaller caller, String token, String commandId, int program, long number) throws IOException {
        return send(caller, token, "report-forecast", commandId, """
                {"programId":"%s","milestoneId":"%s-m","date":"%s","precision":"DAY","cause":"PERMITTING","narrative":"A permit is late, report %d.",\
                "source":"monthly report of the program office","confidence":"HIGH"}""".formatted(
                        program(program), program(program), FIRST.plusDays(number % DATES), number));
    }

    private static Answer send(HttpCaller caller, String token, String command, String commandId, String body)
            throws IOException {
        return caller.post(
                "/api/commands/" + command,
                Map.of(
                        "Authorization",
                        "Bearer " + token,
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        commandId),
                body);
    }

    static void done(Answer answer) {
        if (answer.status() != 200) {
            throw new IllegalStateException("The command was not carried out: " + answer);
        }
    }
}
