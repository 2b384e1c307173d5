package centralcommand.query.server.api;

import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Sight;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class StreamEndpoint {
    private final Streams streams;

    StreamEndpoint(Streams streams) {
        this.streams = streams;
    }

    @GetMapping(path = "/api/stream", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(
            Sight sight,
            @AuthenticationPrincipal Jwt token,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        Instant expires = token.getExpiresAt();
        long told = lastEventId == null || lastEventId.isBlank()
                ? sight.standpoint().position()
                : position(lastEventId.strip());
        return streams.open(sight.asker().subject(), sight.audience(), told, expires == null ? Instant.MAX : expires);
    }

    private static long position(String lastEventId) {
        try {
            return Long.parseLong(lastEventId);
        } catch (NumberFormatException e) {
            throw new BadQuery("Last-Event-ID", "“" + lastEventId + "” is no position: send the id of a message.");
        }
    }
}
