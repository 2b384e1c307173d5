package centralcommand.command.server.api;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.server.RunningService;
import centralcommand.command.server.RunningService.Answer;
import centralcommand.command.server.TestTokens;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closures over HTTP, and that nobody passes for the system. */
class CalendarApiTest {
    private static final String LAPSE = """
            {"closureId":"lapse","agency":"ENERGY","kind":"LAPSE_IN_APPROPRIATIONS","first":"2026-06-01","reason":"No appropriation."}""";
    private static final String NOTICE = """
            {"programId":"rer-upton","milestoneId":"rer-demo-ops","promised":"2026-12-31"}""";

    @TempDir
    static Path folder;

    private static TestTokens tokens;
    private static RunningService service;
    private static People people;

    @BeforeAll
    static void start() {
        tokens = new TestTokens();
        service = new RunningService(folder.resolve("ledger.db"), tokens);
        people = new People(tokens);
        people.setUp(service);
    }

    @AfterAll
    static void stop() {
        service.close();
        tokens.close();
    }

    @Test
    void the_czars_office_declares_a_lapse_and_ends_it_once() {
        Answer refused = service.send(people.energyApprover(), "declare-closure", LAPSE);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.code()).isEqualTo("ROLE_MISSING");
        assertThat(People.done(service.send(people.czar(), "declare-closure", LAPSE))
                        .types())
                .containsExactly("closure-declared");
        Answer tooLate =
                service.send(people.czar(), "end-closure", "{\"closureId\":\"lapse\",\"last\":\"2026-06-16\"}");
        assertThat(tooLate.status()).isEqualTo(422);
        assertThat(tooLate.code()).isEqualTo("CLOSURE_ENDS_IN_FUTURE");
        assertThat(tooLate.field()).isEqualTo("last");
        assertThat(People.done(service.send(
                                people.czar(), "end-closure", "{\"closureId\":\"lapse\",\"last\":\"2026-06-15\"}"))
                        .types())
                .containsExactly("closure-ended");
        Answer unknown =
                service.send(people.czar(), "end-closure", "{\"closureId\":\"other\",\"last\":\"2026-06-15\"}");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.code()).isEqualTo("UNKNOWN_CLOSURE");
    }

    @Test
    void a_token_that_claims_to_be_the_system_gets_nothing() {
        String role = tokens.of("somebody", null, "SYSTEM");
        assertThat(service.send(role, "notice-missed-date", NOTICE).code()).isEqualTo("UNKNOWN_COMMAND");
        assertThat(service.send(role, "declare-closure", LAPSE.replace("lapse", "claimed"))
                        .code())
                .isEqualTo("ROLE_MISSING");
        String subject = tokens.of("system", null, "CZAR");
        assertThat(service.send(subject, "declare-closure", LAPSE.replace("lapse", "claimed"))
                        .status())
                .isEqualTo(401);
        assertThat(service.get("/api/commands", people.czar()).text()).doesNotContain("notice-missed-date");
    }
}
