package centralcommand.command.server.notice;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityEvent.MilestonePaused;
import centralcommand.command.contract.schedule.ActivityEvent.MilestoneResumed;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.schedule.PauseReason;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Event;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.contract.shared.Washington;
import centralcommand.command.server.RunningService;
import centralcommand.command.server.TestTokens;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.dispatch.CommandDispatch;
import centralcommand.command.server.dispatch.LiveDirectory;
import centralcommand.ledger.Commit;
import centralcommand.ledger.EventCodec;
import centralcommand.ledger.RecordedEvent;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of two agencies, from 25 August 2025 on: holidays, two days closed by executive order, a lapse of one agency's appropriations, reports,
 * pauses, a suspension, and a system that is run by two processes twice a day and restarted at random points.
 */
class SimulatedYearTest {
    private static final LocalDate FIRST = LocalDate.of(2025, 8, 25);
    private static final LocalDate LAST = LocalDate.of(2026, 8, 24);
    private static final long SEED = 20_251_001;
    private static final int PROMISES = 90;

    @TempDir
    Path folder;

    private final Time time = new Time();
    private final TestTokens tokens = new TestTokens();
    private final Random random = new Random(SEED);
    private final SimulatedYear expected = new SimulatedYear();
    private final Map<LocalDate, List<Runnable>> diary = new HashMap<>();
    private @Nullable RunningService running;
    private @Nullable NoticesAutomation one;
    private @Nullable NoticesAutomation other;

    /** The time that the test says. */
    private static final class Time extends Clock {
        private Instant now = at(FIRST, 6);

        static Instant at(LocalDate day, int hour) {
            return day.atTime(hour, 0).atZone(Washington.ZONE).toInstant();
        }

        @Override
        public ZoneId getZone() {
            return Washington.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    @BeforeEach
    void start() {
        running = new RunningService(
                folder.resolve("ledger.db"),
                tokens,
                time,
                "central-command.notices.every=1h",
                "central-command.limits.command-burst=100000");
        one = system();
        other = system();
    }

    @AfterEach
    void stop() {
        service().close();
        tokens.close();
    }

    private RunningService service() {
        if (running == null) {
            throw new IllegalStateException("Not started.");
        }
        return running;
    }

    /** Another process manager, with folds of its own, on the same ledger. */
    private NoticesAutomation system() {
        EventCodec codec = service().part(EventCodec.class);
        return new NoticesAutomation(
                service().ledger(),
                codec,
                new LiveDirectory(service().ledger(), codec),
                service().part(CommandDispatch.class),
                time);
    }

    @Test
    void each_notice_is_given_once_and_on_its_day() {
        departments();
        closures();
        on(LocalDate.of(2026, 3, 2), () -> czar("suspend-program", "{\"programId\":\"mine\",\"reason\":\"a review\"}"));
        on(LocalDate.of(2026, 3, 2), () -> expected.active("mine", false));
        on(LocalDate.of(2026, 3, 20), () -> czar("resume-program", "{\"programId\":\"mine\",\"reason\":\"reviewed\"}"));
        on(LocalDate.of(2026, 3, 20), () -> expected.active("mine", true));
        program("plant", "ENERGY");
        program("mine", "DEFENSE");

        for (LocalDate day = FIRST; !day.isAfter(LAST); day = day.plusDays(1)) {
            time.now = Time.at(day, 1);
            look(day);
            time.now = Time.at(day, 12);
            diary.getOrDefault(day, List.of()).forEach(Runnable::run);
            time.now = Time.at(day, 20);
            look(day);
        }

        assertThat(given()).isEqualTo(expected.notices());
        assertThat(given().keySet()).filteredOn(id -> id.startsWith("missed:")).hasSizeGreaterThan(80);
        assertThat(given().keySet()).filteredOn(id -> id.startsWith("lapsed:")).hasSizeGreaterThan(5);
        // By hand: four days worked before the lapse, the fifth after it; the same promise of an agency that works on.
        assertThat(given().get("missed:plant-by-hand-1:2025-09-24")).containsExactly(LocalDate.of(2025, 11, 13));
        assertThat(given().get("missed:mine-by-hand-1:2025-09-24")).containsExactly(LocalDate.of(2025, 10, 1));
        // From Friday 19 December: 22, 23, 29, 30 and 31, because the 24th to the 26th are closed.
        assertThat(given().get("missed:mine-by-hand-2:2025-12-19")).containsExactly(LocalDate.of(2025, 12, 31));
    }

    /** Both processes look, in any order, and now and then one of them or the whole service is another one. */
    private void look(LocalDate today) {
        expected.look(today);
        if (random.nextInt(20) == 0) {
            one = system();
        }
        if (random.nextInt(250) == 0) {
            service().close();
            start();
        }
        Stream.of(one, other, random.nextBoolean() ? one : other)
                .forEach(each -> assertThat(Objects.requireNonNull(each).run()).isFalse());
    }

    private void departments() {
        for (String agency : List.of("ENERGY", "DEFENSE")) {
            czar("register-organization", """
                    {"organizationId":"%s","name":"%s","agency":"%s","validFrom":"2020-01-01"}""".formatted(agency.toLowerCase(Locale.ROOT), agency, agency));
            send(
                    approver(agency),
                    "set-release-policy",
                    "{\"agency\":\"%s\",\"policy\":\"AT_ONCE\"}".formatted(agency));
        }
    }

    /** The order closed the departments on 24 and 26 December 2025. */
    private void closures() {
        on(LocalDate.of(2025, 12, 18), () -> {
            for (String day : List.of("2025-12-24", "2025-12-26")) {
                czar("declare-closure", """
                        {"closureId":"order-%1$s","kind":"EXECUTIVE_ORDER","first":"%1$s","last":"%1$s","reason":"Executive order"}""".formatted(day));
                expected.closed("order-" + day, null, LocalDate.parse(day), LocalDate.parse(day));
            }
        });
        on(LocalDate.of(2025, 9, 30), () -> {
            czar("declare-closure", """
                    {"closureId":"lapse","agency":"ENERGY","kind":"LAPSE_IN_APPROPRIATIONS","first":"2025-10-01","reason":"No appropriation"}""");
            expected.closed("lapse", "ENERGY", LocalDate.of(2025, 10, 1), null);
        });
        on(LocalDate.of(2025, 11, 13), () -> {
            czar("end-closure", "{\"closureId\":\"lapse\",\"last\":\"2025-11-12\"}");
            expected.opened("lapse", LocalDate.of(2025, 11, 12));
        });
    }

    private void program(String id, String agency) {
        expected.program(id, agency);
        String staff = staff(agency);
        send(staff, "propose-program", """
                {"programId":"%s","name":"A program","performer":"A company","leadAgency":"%s","lineOfEffort":"CAPITAL",
                 "stage":"SEPARATION","description":"A plant.","source":"a filing"}""".formatted(id, agency));
        czar("approve-program", "{\"programId\":\"" + id + "\"}");
        List<String> milestones = new ArrayList<>();
        milestones.add(promise(id, id + "-by-hand-1", LocalDate.of(2025, 9, 24), Precision.DAY));
        milestones.add(promise(id, id + "-by-hand-2", LocalDate.of(2025, 12, 19), Precision.DAY));
        for (int i = 0; i < PROMISES; i++) {
            String milestone = "%s-%02d".formatted(id, i);
            Precision precision = i % 6 == 0 ? Precision.QUARTER : i % 5 == 0 ? Precision.MONTH : Precision.DAY;
            LocalDate date = FIRST.plusDays(random.nextInt(375));
            milestones.add(promise(id, milestone, date, precision));
            happens(id, agency, milestone, precision.last(date), i);
        }
        send(
                staff,
                "propose-baseline",
                "{\"programId\":\"%s\",\"basis\":\"a plan\",\"milestones\":[%s]}"
                        .formatted(id, String.join(",", milestones)));
        send(approver(agency), "approve-baseline", "{\"programId\":\"%s\",\"baseline\":1}".formatted(id));
    }

    private String promise(String program, String milestone, LocalDate date, Precision precision) {
        expected.promise(program, milestone, precision.last(date));
        return "{\"milestoneId\":\"%s\",\"title\":\"A step\",\"date\":\"%s\",\"precision\":\"%s\"}"
                .formatted(milestone, date, precision);
    }

    /** One in four is reached about when its notice is due, one in three forecast, one in four paused, and of these every other resumed. */
    private void happens(String program, String agency, String milestone, LocalDate promised, int number) {
        if (number % 3 == 0) {
            on(
                    promised.minusDays(random.nextInt(20)),
                    () -> whileActive(program, agency, "report-forecast", """
                    {"programId":"%s","milestoneId":"%s","date":"2027-06-30"}""".formatted(program, milestone), () -> {}));
        }
        if (number % 4 == 0) {
            LocalDate day = promised.plusDays(random.nextInt(12));
            on(
                    day,
                    () -> whileActive(
                            program,
                            agency,
                            "report-actual",
                            """
                    {"programId":"%s","milestoneId":"%s","date":"%s","evidence":"a photograph"}""".formatted(program, milestone, day),
                            () -> expected.reached(milestone)));
        }
        if (number % 4 == 1) {
            LocalDate paused = promised.minusDays(random.nextInt(30));
            on(paused, () -> pause(program, agency, milestone, paused));
            if (number % 8 == 1) {
                LocalDate renewed = paused.plusDays(60);
                on(renewed, () -> pause(program, agency, milestone, renewed));
            } else if (number % 16 == 5) {
                LocalDate resumed = paused.plusDays(40);
                on(resumed, () -> resume(program, agency, milestone, resumed));
            }
        }
    }

    private void pause(String program, String agency, String milestone, LocalDate day) {
        record(
                agency,
                program,
                new MilestonePaused(
                        new ProgramId(program),
                        new MilestoneId(milestone),
                        PauseReason.AWAITING_FUNDS,
                        "No money.",
                        Samples.said(day)));
        expected.paused(milestone, day);
    }

    private void resume(String program, String agency, String milestone, LocalDate day) {
        record(
                agency,
                program,
                new MilestoneResumed(
                        new ProgramId(program), new MilestoneId(milestone), "There is money.", Samples.said(day)));
        expected.resumed(milestone);
    }

    /** Puts on record what a person said. */
    private void record(String agency, String program, Event event) {
        String stream = "program/" + program;
        service()
                .ledger()
                .append(Commit.of(service()
                        .part(EventCodec.class)
                        .encode(
                                stream,
                                service().ledger().lastSequence(stream) + 1,
                                UUID.randomUUID().toString(),
                                event,
                                new Authorship(
                                                "staff",
                                                new Agency(agency),
                                                List.of(Role.AGENCY_STAFF),
                                                "by-hand",
                                                "pause-milestone")
                                        .toMetadata())));
    }

    private void on(LocalDate day, Runnable act) {
        diary.computeIfAbsent(day, key -> new ArrayList<>()).add(act);
    }

    /** Reports need an active program, so what falls into the suspension stays unsaid. */
    private void whileActive(String program, String agency, String command, String body, Runnable then) {
        int status = service().send(staff(agency), command, body).status();
        LocalDate today = Washington.today(time);
        boolean suspended = program.equals("mine")
                && !today.isBefore(LocalDate.of(2026, 3, 2))
                && today.isBefore(LocalDate.of(2026, 3, 20));
        assertThat(status).isEqualTo(suspended ? 422 : 200);
        if (status == 200) {
            then.run();
        }
    }

    private String staff(String agency) {
        return tokens.of("staff", agency, "AGENCY_STAFF");
    }

    private String approver(String agency) {
        return tokens.of("approver", agency, "AGENCY_STAFF", "AGENCY_APPROVER");
    }

    private void czar(String command, String body) {
        send(tokens.of("czar", null, "CZAR"), command, body);
    }

    private void send(String token, String command, String body) {
        RunningService.Answer answer = service().send(token, command, body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** The days on which the ledger took each notice. */
    private Map<String, List<LocalDate>> given() {
        EventCodec codec = service().part(EventCodec.class);
        return service().ledger().read(0, 100_000).stream()
                .filter(event -> event.type().equals("missed-date-noticed")
                        || event.type().equals("pause-lapsed"))
                .collect(groupingBy(
                        event -> Authorship.fromMetadata(codec.decode(event).metadata())
                                .commandId(),
                        TreeMap::new,
                        mapping(SimulatedYearTest::day, toList())));
    }

    private static LocalDate day(RecordedEvent event) {
        return Washington.day(event.recordedAt());
    }
}
