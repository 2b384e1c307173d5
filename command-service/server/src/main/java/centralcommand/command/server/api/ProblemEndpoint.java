package centralcommand.command.server.api;

import centralcommand.command.server.dispatch.CommandDispatch;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Whatever goes wrong is answered as a problem, and nothing of the inside is told. */
@RestController
@RestControllerAdvice
class ProblemEndpoint extends ResponseEntityExceptionHandler implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemEndpoint.class);

    private final LedgerHealth health;

    ProblemEndpoint(LedgerHealth health) {
        this.health = health;
    }

    @ExceptionHandler
    ResponseEntity<Object> badInput(BadInput.Found found) {
        return Problems.badInput(found.input());
    }

    @ExceptionHandler
    ResponseEntity<Object> failure(RuntimeException failure) {
        if (CommandDispatch.isLedgerFailure(failure)) {
            health.failed();
            LOG.error("The ledger failed", failure);
            return Problems.later(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "LEDGER_UNAVAILABLE",
                    "It is not known whether this was recorded. Send it again under the same Idempotency-Key: it will be recorded once.",
                    5);
        }
        LOG.error("A request failed", failure);
        return Problems.answer(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL",
                "Something went wrong here. Send it again under the same Idempotency-Key: it will be recorded once.",
                null);
    }

    /** What never reached an endpoint: a broken request line, a path that the firewall stopped. */
    @RequestMapping("/error")
    ResponseEntity<Object> error(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof AuthenticationServiceException) {
            return Problems.later(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "IDENTITY_UNAVAILABLE",
                    "Your token cannot be checked now, because the identity provider does not answer. Send it again in a moment.",
                    5);
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatusCode code = HttpStatusCode.valueOf(status instanceof Integer number ? number : 404);
        return Problems.answer(withCode(ProblemDetail.forStatus(code)));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception failure, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ProblemDetail problem = body instanceof ProblemDetail detail ? detail : ProblemDetail.forStatus(status);
        HttpHeaders problemHeaders = new HttpHeaders(headers);
        problemHeaders.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        return ResponseEntity.status(status).headers(problemHeaders).body(withCode(problem));
    }

    private static ProblemDetail withCode(ProblemDetail problem) {
        HttpStatus status = HttpStatus.resolve(problem.getStatus());
        problem.setProperty("code", status == null ? "HTTP_" + problem.getStatus() : status.name());
        if (status == HttpStatus.NOT_FOUND) {
            problem.setDetail("Nothing is here. Commands are sent to /api/commands/{name}.");
        }
        if (status == HttpStatus.UNSUPPORTED_MEDIA_TYPE) {
            problem.setDetail("A command is JSON. Send it with Content-Type: application/json.");
        }
        if (problem.getDetail() == null) {
            problem.setDetail("The request cannot be answered as it is. Check its address, method and headers.");
        }
        return problem;
    }
}
