package centralcommand.query.server.api;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Days;
import centralcommand.command.contract.shared.Washington;
import centralcommand.query.server.live.Timeline;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.World;
import centralcommand.query.server.view.Asker;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.Past;
import centralcommand.query.server.view.Sight;
import centralcommand.query.server.view.Sights;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives every endpoint what its asker sees, from where they asked to look: {@code asOf, statedBy, minPosition, viewAs}. */
@Component
class SightResolver implements HandlerMethodArgumentResolver, Sights {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Timeline timeline;
    private final Clock clock;

    SightResolver(Timeline timeline, Clock clock) {
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Sight.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders)
            throws InterruptedException {
        Asker asker = asker();
        Audience audience = audience(asker, request.getParameter("viewAs"));
        LocalDate statedBy = statedBy(request.getParameter("statedBy"));
        awaitPosition(request.getParameter("minPosition"));
        String asOf = request.getParameter("asOf");
        return asOf == null || asOf.isBlank()
                ? live(audience, asker, statedBy)
                : at(audience, asker, statedBy, "asOf", asOf.strip());
    }

    private static Asker asker() {
        if (SecurityContextHolder.getContext().getAuthentication() instanceof JwtAuthenticationToken token) {
            return Askers.of(token.getToken());
        }
        throw new IllegalStateException("A query without a token came past the security filter.");
    }

    private static Audience audience(Asker asker, @Nullable String viewAs) {
        if (viewAs == null || viewAs.isBlank()) {
            return asker.audience();
        }
        Audience wanted = named(viewAs.strip());
        if (wanted.equals(asker.audience()) || asker.audience().equals(Audience.AUDITOR)) {
            return wanted;
        }
        throw new NotYours("Only auditors may see with the eyes of another: leave viewAs out.", "viewAs");
    }

    private static Audience named(String name) {
        return switch (name) {
            case "AUDITOR" -> Audience.AUDITOR;
            case "CZAR" -> Audience.CZAR;
            case "PUBLIC" -> Audience.PUBLIC;
            default -> {
                try {
                    yield Audience.of(new Agency(name));
                } catch (IllegalArgumentException e) {
                    throw new BadQuery("viewAs", String.valueOf(e.getMessage()));
                }
            }
        };
    }

    private @Nullable LocalDate statedBy(@Nullable String day) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            LocalDate stated = LocalDate.parse(day.strip());
            LocalDate today = Washington.today(clock);
            if (stated.isBefore(Days.FIRST)) {
                throw new BadQuery("statedBy", "%s is too early: give a day from %s on.".formatted(stated, Days.FIRST));
            }
            if (stated.isAfter(today)) {
                throw new BadQuery(
                        "statedBy",
                        "%s is after today, %s in Washington: nothing was stated by then yet. Give a day that has come, or leave it out."
                                .formatted(stated, today));
            }
            return stated;
        } catch (DateTimeException e) {
            throw new BadQuery("statedBy", "“" + day + "” is no day: give one like 2026-05-31.");
        }
    }

    private void awaitPosition(@Nullable String minPosition) throws InterruptedException {
        if (minPosition == null || minPosition.isBlank()) {
            return;
        }
        long position = position("minPosition", minPosition.strip());
        if (!timeline.await(position, PATIENCE)) {
            throw new NotYetFolded(position, timeline.live().position());
        }
    }

    private static long position(String field, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new BadQuery(field, "“" + text + "” is no position: give a whole number.");
        }
    }

    @Override
    public Sight live(Sight sight) {
        return live(sight.audience(), sight.asker(), sight.standpoint().statedBy());
    }

    private Sight live(Audience audience, Asker asker, @Nullable LocalDate statedBy) {
        LocalDate today = Washington.today(clock);
        return Sight.of(timeline.live(), audience, asker, earlier(today, statedBy), null, statedBy, past(today));
    }

    @Override
    public Sight at(Sight sight, String field, String moment) {
        return at(sight.audience(), sight.asker(), sight.standpoint().statedBy(), field, moment);
    }

    private Sight at(Audience audience, Asker asker, @Nullable LocalDate statedBy, String field, String moment) {
        if (moment.chars().allMatch(Character::isDigit)) {
            return atPosition(audience, asker, statedBy, field, position(field, moment));
        }
        try {
            Instant end = moment.contains("T")
                    ? Instant.parse(moment).plusMillis(1)
                    : Washington.endOf(LocalDate.parse(moment));
            Instant asOf = end.minusMillis(1);
            LocalDate day = Washington.day(asOf);
            LocalDate today = Washington.today(clock);
            if (day.isAfter(today)) {
                throw new BadQuery(
                        field,
                        "%s is after today, %s in Washington: nothing is recorded by then yet. Give a moment that has come, or leave it out."
                                .formatted(moment, today));
            }
            World world = timeline.before(end);
            return Sight.of(world, audience, asker, earlier(day, statedBy), asOf, statedBy, past(day));
        } catch (DateTimeException e) {
            throw new BadQuery(
                    field,
                    "“" + moment + "” is no moment: give a position, a day like 2026-05-31, or an instant like"
                            + " 2026-05-31T12:00:00Z.");
        }
    }

    private Sight atPosition(
            Audience audience, Asker asker, @Nullable LocalDate statedBy, String field, long position) {
        long head = timeline.live().position();
        if (position > head) {
            throw new BadQuery(field, "Position %d lies beyond the last one, %d.".formatted(position, head));
        }
        World world = timeline.at(position);
        Instant recordedAt = world.recordedAt();
        LocalDate day = recordedAt == null ? Washington.today(clock) : Washington.day(recordedAt);
        return Sight.of(world, audience, asker, earlier(day, statedBy), recordedAt, statedBy, past(day));
    }

    private Past past(LocalDate day) {
        return new Past(day, timeline::endOf, timeline::at);
    }

    private static LocalDate earlier(LocalDate day, @Nullable LocalDate statedBy) {
        return statedBy != null && statedBy.isBefore(day) ? statedBy : day;
    }
}
