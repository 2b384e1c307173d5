package centralcommand.query.server.view;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.query.contract.shared.Standpoint;
import centralcommand.query.server.portfolio.Audience;
import centralcommand.query.server.portfolio.Portfolio;
import centralcommand.query.server.portfolio.World;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one viewer sees from one standpoint: all that a view knows of the world.
 *
 * @param portfolio what the audience knows, without what was stated after the standpoint's day
 */
public record Sight(
        World world, Audience audience, Portfolio portfolio, Standpoint standpoint, Asker asker, Past past) {

    /**
     * @param today to which ages and missed dates are counted
     * @param past of the world
     */
    public static Sight of(
            World world,
            Audience audience,
            Asker asker,
            LocalDate today,
            @Nullable Instant asOf,
            @Nullable LocalDate statedBy,
            Past past) {
        Portfolio portfolio = portfolio(world, audience, statedBy);
        return new Sight(
                world,
                audience,
                portfolio,
                new Standpoint(world.position(), asOf, statedBy, audience.name(), today, portfolio.knownTo()),
                asker,
                past);
    }

    private static Portfolio portfolio(World world, Audience audience, @Nullable LocalDate statedBy) {
        Portfolio all = world.seenBy(audience).portfolio();
        return statedBy == null ? all : all.statedBy(statedBy);
    }

    /** What the audience knew at the end of an earlier day, as far as it was stated by the day of the standpoint. */
    public Portfolio portfolioAtEndOf(LocalDate day) {
        return portfolio(past.endOf().apply(day), audience, standpoint.statedBy());
    }

    /** What another audience knew when the world stood at an earlier position, as far as it was stated by the day of the standpoint. */
    public Portfolio portfolioAt(long position, Audience other) {
        return portfolio(past.at().apply(position), other, standpoint.statedBy());
    }

    public LocalDate today() {
        return standpoint.today();
    }

    /** Whether the audience sees the event at a position; one that the world has not reached is not seen. */
    public boolean shows(long position) {
        return position >= 1
                && position <= world.position()
                && world.seenBy(audience).shows(position);
    }

    /** Version of a program's record, for {@code If-Match}. */
    public long version(ProgramId programId) {
        return world.versions().getOrElse(programId, -1L);
    }
}
