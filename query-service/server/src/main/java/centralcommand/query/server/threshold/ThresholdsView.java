package centralcommand.query.server.threshold;

import static java.time.temporal.ChronoUnit.DAYS;

import centralcommand.command.contract.schedule.MilestoneKind;
import centralcommand.query.contract.threshold.Thresholds;
import centralcommand.query.contract.threshold.Thresholds.Breach;
import centralcommand.query.contract.threshold.Thresholds.Threshold;
import centralcommand.query.server.coverage.Coverages;
import centralcommand.query.server.portfolio.Milestone;
import centralcommand.query.server.portfolio.Milestone.Dated;
import centralcommand.query.server.portfolio.Program;
import centralcommand.query.server.view.Figures;
import centralcommand.query.server.view.Filter;
import centralcommand.query.server.view.Sight;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Every slip beyond a limit. A move within precision crosses none, nor does a date that law or order set anew. */
final class ThresholdsView {
    private static final Comparator<Breach> GRAVEST_FIRST = Comparator.comparing((Breach breach) -> !breach.binding())
            .thenComparing(Comparator.comparingLong(Breach::overDays).reversed())
            .thenComparing(breach -> breach.milestoneId().value())
            .thenComparing(Breach::threshold);

    private ThresholdsView() {}

    static Thresholds of(Sight sight, Filter filter) {
        return of(sight, filter, ThresholdRegister.ALL);
    }

    static Thresholds of(Sight sight, Filter filter, List<Threshold> register) {
        List<Breach> breaches = sight.portfolio().milestones().stream()
                .filter(milestone -> filter.admits(milestone.program()))
                .filter(milestone -> milestone.kind() != MilestoneKind.STATUTORY)
                .flatMap(milestone -> register.stream()
                        .filter(threshold -> threshold.inForceOn(sight.today()))
                        .flatMap(threshold -> breach(milestone, threshold).stream()))
                .sorted(GRAVEST_FIRST)
                .toList();
        return new Thresholds(sight.standpoint(), Coverages.of(sight), register, breaches);
    }

    private static Optional<Breach> breach(Milestone milestone, Threshold threshold) {
        Dated base = base(milestone, threshold);
        Dated expected = milestone.expected();
        if (base == null || expected == null || expected.isWithinPrecisionOf(base)) {
            return Optional.empty();
        }
        LocalDate limit = base.stated().date().plusMonths(threshold.months()).plusDays(threshold.days());
        LocalDate date = expected.stated().date();
        return date.isAfter(limit) ? Optional.of(breach(milestone, threshold, limit, date)) : Optional.empty();
    }

    private static Breach breach(Milestone milestone, Threshold threshold, LocalDate limit, LocalDate date) {
        Program program = milestone.program();
        return new Breach(
                threshold.id(),
                program.regimes().containsKey(threshold.appliesTo()),
                milestone.id(),
                milestone.title(),
                program.id(),
                program.name(),
                program.leadAgency(),
                limit,
                date,
                DAYS.between(limit, date),
                Figures.slip(milestone.id()));
    }

    private static @Nullable Dated base(Milestone milestone, Threshold threshold) {
        return switch (threshold.measure()) {
            case VS_ORIGINAL -> milestone.original();
            case VS_CURRENT -> milestone.current();
            case SINCE_LAST_REPORT ->
                milestone.reportedBefore() == null ? milestone.original() : milestone.reportedBefore();
        };
    }
}
