package centralcommand.command.server.api;

import centralcommand.command.contract.capacity.CapacityCommand;
import centralcommand.command.contract.program.ProgramCommand;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.shared.Authorship;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Rejection;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.server.dispatch.Answer;
import centralcommand.command.server.dispatch.CommandDispatch;
import centralcommand.command.server.dispatch.Order;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Commands over HTTP: what may be sent, and the sending. */
@RestController
class CommandEndpoint {
    static final int MOST_BYTES = 256 * 1024;
    private static final Pattern VERSION = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    private final CommandForms forms;
    private final CommandDispatch dispatch;
    private final Limits limits;
    private final CommandIds ids;

    CommandEndpoint(CommandForms forms, CommandDispatch dispatch, Limits limits, CommandIds ids) {
        this.forms = forms;
        this.dispatch = dispatch;
        this.limits = limits;
        this.ids = ids;
    }

    /** @param schema JSON Schema (2020-12) of its body, fields in the order of a form */
    record Described(String name, String purpose, List<Role> roles, List<String> yields, Map<String, Object> schema) {}

    record Catalog(List<Described> commands) {}

    @Operation(
            summary = "Every command: what it is for, who may send it, what it yields, and the JSON Schema of its body")
    @GetMapping(path = "/api/commands", produces = MediaType.APPLICATION_JSON_VALUE)
    Catalog catalog() {
        return new Catalog(forms.all().stream()
                .map(form -> new Described(
                        form.type().name(),
                        form.type().purpose(),
                        form.type().roles().stream().sorted().toList(),
                        form.type().yields(),
                        form.shape().schema()))
                .toList());
    }

    @Operation(summary = "Send a command", description = """
                    Answers 200 with the position of the command's last event (the head where nothing changed), or a problem (RFC 9457) \
                    with a code, a sentence that says what to do and the field. Refusals (403, 404, 412, 422) are recorded; what cannot be \
                    taken for a command (400, 401, 409, 413, 415, 429) is not. With dryRun=true it is decided as it would be and nothing is \
                    recorded, refusals neither: 200 then has "dryRun": true, the head it was decided on, and the types of the events that it \
                    would yield; what was answered under its Idempotency-Key already is answered again.""")
    @PostMapping(path = "/api/commands/{name}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> send(
            @PathVariable String name,
            @Parameter(
                            description =
                                    "Makes sending again safe: the same id with the same body is carried out once and answered the same; with another body it is 409. Made here where left out.")
                    @RequestHeader(name = "Idempotency-Key", required = false)
                    @Nullable
                    String key,
            @Parameter(
                            description =
                                    "The record's version in quotes, as the query service shows it: the number of the last event in the stream of the program (or target) that the command is about. If the record moved, the answer is 412.")
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @Parameter(description = "Decide only: record nothing, use no id. Counts against the limit of commands.")
                    @RequestParam(name = "dryRun", defaultValue = "false")
                    boolean dryRun,
            @Parameter(hidden = true) @AuthenticationPrincipal Jwt token,
            @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        Sender sender = Sender.of(token);
        long wait = limits.secondsUntilNextCommand(sender.subject());
        if (wait > 0) {
            return Problems.later(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "TOO_MANY_COMMANDS",
                    "Your account sends more than it may. Wait %d s and send it again.".formatted(wait),
                    wait);
        }
        Optional<CommandForms.Form> form = forms.named(name);
        if (form.isEmpty()) {
            return Problems.answer(
                    HttpStatus.NOT_FOUND,
                    "UNKNOWN_COMMAND",
                    "There is no such command. GET /api/commands lists them all.",
                    null);
        }
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return Problems.answer(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "BODY_TOO_LARGE",
                    "A command has at most %d kB. Send it in several.".formatted(MOST_BYTES / 1024),
                    null);
        }
        Command command = forms.read(form.get(), body);
        String commandId = key == null ? ids.next() : CommandIds.require(key);
        Order order = new Order(
                command,
                new Authorship(sender.subject(), sender.agency(), sender.roles(), commandId, name),
                new String(body, StandardCharsets.UTF_8),
                Order.hash(name, body),
                expectedVersion(command, ifMatch));
        return answer(dryRun ? dispatch.rehearse(order) : dispatch.carryOut(order));
    }

    private static ResponseEntity<Object> answer(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> ResponseEntity.ok(done);
            case Answer.Foreseen foreseen -> ResponseEntity.ok(foreseen);
            case Answer.Refused refused -> refused(refused.rejection());
            case Answer.WouldBeRefused refused -> refused(refused.rejection());
            case Answer.IdUsed used ->
                Problems.answer(
                        HttpStatus.CONFLICT,
                        "IDEMPOTENCY_KEY_USED",
                        "The id \"%s\" was used for another command. Send this one under a new id."
                                .formatted(used.commandId()),
                        null);
            case Answer.TooManyRefusals refused ->
                Problems.later(
                        HttpStatus.TOO_MANY_REQUESTS,
                        "TOO_MANY_REFUSALS",
                        "Too many of your commands were refused of late. Wait %d s. This one was refused because: %s"
                                .formatted(
                                        refused.retryAfterSeconds(),
                                        refused.rejection().sentence()),
                        refused.retryAfterSeconds());
            case Answer.Busy busy ->
                Problems.later(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "BUSY",
                        "Others kept changing the same records; nothing was recorded. Send it again.",
                        1);
        };
    }

    private static ResponseEntity<Object> refused(Rejection rejection) {
        return Problems.answer(
                HttpStatusCode.valueOf(rejection.kind().status()),
                rejection.code(),
                rejection.sentence(),
                rejection.field());
    }

    private static OptionalLong expectedVersion(Command command, @Nullable String ifMatch) {
        if (ifMatch == null) {
            return OptionalLong.empty();
        }
        if (!hasVersion(command)) {
            throw new BadInput.Found(new BadInput(
                    "IF_MATCH_WITHOUT_RECORD",
                    "This command is about no single record that has a version. Send it without If-Match.",
                    null));
        }
        Matcher version = VERSION.matcher(ifMatch.strip());
        if (!version.matches()) {
            throw new BadInput.Found(new BadInput(
                    "IF_MATCH_MALFORMED",
                    "If-Match must be the record's version in quotes, for example \"12\". Take it from the page or query that you read.",
                    null));
        }
        return OptionalLong.of(Long.parseLong(version.group(1)));
    }

    private static boolean hasVersion(Command command) {
        return command instanceof ProgramCommand
                || command instanceof ScheduleCommand.OfProgram
                || command instanceof CapacityCommand;
    }
}
