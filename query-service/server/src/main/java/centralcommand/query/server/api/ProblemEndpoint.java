package centralcommand.query.server.api;

import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.NotAvailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Every refusal as RFC 9457 says it, with {@code code}, {@code detail}, and {@code field} where there is one. */
@RestControllerAdvice
class ProblemEndpoint extends ResponseEntityExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemEndpoint.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> badQuery(BadQuery e) {
        HttpStatus status = e.isUnknown() ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST;
        return answer(problem(status, e.code(), String.valueOf(e.getMessage()), e.field()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYours(NotYours e) {
        return answer(problem(HttpStatus.FORBIDDEN, "NOT_YOURS", String.valueOf(e.getMessage()), e.field()));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notYetFolded(NotYetFolded e) {
        ProblemDetail problem = problem(
                HttpStatus.SERVICE_UNAVAILABLE, "NOT_YET_FOLDED", String.valueOf(e.getMessage()), "minPosition");
        return ResponseEntity.status(problem.getStatus())
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem);
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAvailable(NotAvailable e) {
        return answer(problem(HttpStatus.SERVICE_UNAVAILABLE, e.code(), String.valueOf(e.getMessage()), null));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooMany(TooManyStreams e) {
        return answer(problem(HttpStatus.TOO_MANY_REQUESTS, "TOO_MANY_STREAMS", String.valueOf(e.getMessage()), null));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unexpected(RuntimeException e) {
        LOG.error("A query failed", e);
        return answer(problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "INTERNAL",
                "The query could not be answered because of a fault on our side; it has been logged.",
                null));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String field = e instanceof MethodArgumentTypeMismatchException mismatch ? mismatch.getName() : "";
        return asObject(problem(HttpStatus.BAD_REQUEST, "BAD_PARAMETER", unreadable(field, e.getValue()), field));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        FieldError error = e.getBindingResult().getFieldError();
        String field = error == null ? "" : error.getField();
        return asObject(problem(
                HttpStatus.BAD_REQUEST,
                "BAD_PARAMETER",
                unreadable(field, error == null ? null : error.getRejectedValue()),
                field));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMissingServletRequestParameter(
            MissingServletRequestParameterException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return asObject(problem(
                HttpStatus.BAD_REQUEST,
                "MISSING_PARAMETER",
                e.getParameterName() + " is missing: give it in the address.",
                e.getParameterName()));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return asObject(problem(
                HttpStatus.NOT_FOUND,
                "NOT_FOUND",
                "There is no query at this address; /v3/api-docs tells which there are.",
                null));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception e, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Object told = body == null && e instanceof ErrorResponse error ? error.getBody() : body;
        if (told instanceof ProblemDetail problem) {
            HttpStatus known = HttpStatus.resolve(status.value());
            problem.setProperty("code", known == null ? "REFUSED" : known.name());
        }
        return super.handleExceptionInternal(e, told, headers, status, request);
    }

    private static String unreadable(String field, @Nullable Object value) {
        return "“" + value + "” cannot be read as " + field + ".";
    }

    static ProblemDetail problem(HttpStatus status, String code, String detail, @Nullable String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        if (field != null && !field.isEmpty()) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    private static ResponseEntity<ProblemDetail> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static ResponseEntity<Object> asObject(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
