package centralcommand.web.layout;

import centralcommand.web.api.QueryRefused;
import centralcommand.web.api.ServiceAway;
import centralcommand.web.identity.SignInAgain;
import centralcommand.web.identity.WebSession;
import centralcommand.web.kept.KeptInput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/** Says plainly what went wrong between a page and the services. What is nobody's fault but ours goes on to the error page. */
@ControllerAdvice
class ErrorAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAdvice.class);

    private final WebSession session;
    private final PageAdvice frame;

    ErrorAdvice(WebSession session, PageAdvice frame) {
        this.session = session;
        this.frame = frame;
    }

    @ExceptionHandler
    void signInAgain(SignInAgain lost, HttpServletRequest request, HttpServletResponse response) throws IOException {
        LOG.debug("Signing in again: {}", lost.getMessage());
        session.signInAgain(request, response);
    }

    @ExceptionHandler
    ModelAndView serviceAway(ServiceAway away, HttpServletRequest request, HttpServletResponse response) {
        LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), away.getMessage(), away);
        response.setHeader("Retry-After", "5");
        return problem(request, HttpStatus.SERVICE_UNAVAILABLE, "error/away", String.valueOf(away.getMessage()))
                .addObject("retry", KeptInput.page(request));
    }

    @ExceptionHandler
    ModelAndView refused(QueryRefused refused, HttpServletRequest request) {
        HttpStatus status = switch (refused.status()) {
            case 403 -> HttpStatus.FORBIDDEN;
            case 404 -> HttpStatus.NOT_FOUND;
            default -> HttpStatus.BAD_REQUEST;
        };
        return problem(request, status, "error/" + status.value(), String.valueOf(refused.getMessage()))
                .addObject("code", refused.code());
    }

    /** A request for part of a page is answered by a notice that fits into it, not by a page within the page. */
    private ModelAndView problem(HttpServletRequest request, HttpStatus status, String page, String detail) {
        String view = request.getHeader("HX-Request") == null ? page : "fragments/notice :: problem";
        var answer = new ModelAndView(view, status).addObject("detail", detail);
        // An exception's answer is a model of its own: the frame has to be put in again.
        var model = new ExtendedModelMap();
        frame.frame(request, model);
        return answer.addAllObjects(model);
    }
}
