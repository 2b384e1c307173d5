package centralcommand.query.contract.shared;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From where an answer looks; its fields stand at the top level of every answer.
 *
 * @param position last position that the answer reflects
 * @param asOf the moment that was asked about, where one was: the answer shows what was recorded by then
 * @param statedBy the day that was asked about, where one was: the answer shows only what was stated by then
 * @param viewedAs whose eyes it is seen with: {@code ENERGY}, {@code CZAR}, {@code AUDITOR}, {@code PUBLIC}
 * @param today the day in Washington that ages and missed dates are counted to
 * @param knownTo the latest day on which anything shown was stated
 */
public record Standpoint(
        long position,
        @Nullable Instant asOf,
        @Nullable LocalDate statedBy,
        String viewedAs,
        LocalDate today,
        @Nullable LocalDate knownTo) {}
