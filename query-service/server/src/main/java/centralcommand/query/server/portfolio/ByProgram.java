package centralcommand.query.server.portfolio;

import centralcommand.command.contract.program.ProgramId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What follows from the milestones of each program alone; of the portfolio before, that is kept of which nothing more was said. */
public final class ByProgram<T> {
    private final Map<ProgramId, Made<T>> made;

    /** @param digests that it was made of */
    private record Made<T>(List<Digest> digests, T value) {}

    private ByProgram(Map<ProgramId, Made<T>> made) {
        this.made = made;
    }

    public static <T> ByProgram<T> of(
            Portfolio portfolio, @Nullable ByProgram<T> before, Function<List<Digest>, T> make) {
        Map<ProgramId, Made<T>> made = HashMap.newHashMap(portfolio.programs().size());
        for (Program program : portfolio.programs()) {
            List<Digest> digests = portfolio.digests(program);
            Made<T> known = before == null ? null : before.made.get(program.id());
            made.put(
                    program.id(),
                    known != null && known.digests == digests ? known : new Made<>(digests, make.apply(digests)));
        }
        return new ByProgram<>(made);
    }

    public Stream<T> values() {
        return made.values().stream().map(Made::value);
    }
}
