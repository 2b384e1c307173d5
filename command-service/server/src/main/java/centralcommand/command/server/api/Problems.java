package centralcommand.command.server.api;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** Problems as RFC 9457 has them, each with a stable code, a sentence that says what to do, and the field where there is one. */
final class Problems {
    private Problems() {}

    static ProblemDetail of(HttpStatusCode status, String code, String detail, @Nullable String field) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        if (field != null) {
            problem.setProperty("field", field);
        }
        return problem;
    }

    static ResponseEntity<Object> answer(HttpStatusCode status, String code, String detail, @Nullable String field) {
        return answer(of(status, code, detail, field));
    }

    static ResponseEntity<Object> answer(ProblemDetail problem) {
        return ResponseEntity.status(problem.getStatus())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    static ResponseEntity<Object> badInput(BadInput input) {
        return answer(HttpStatus.BAD_REQUEST, input.code(), input.sentence(), input.field());
    }

    static ResponseEntity<Object> later(HttpStatus status, String code, String detail, long seconds) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header("Retry-After", Long.toString(Math.max(1, seconds)))
                .body(of(status, code, detail, null));
    }
}
