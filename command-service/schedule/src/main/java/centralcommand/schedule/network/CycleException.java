package centralcommand.schedule.network;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Activities wait for each other in a circle, so none of them could ever begin. */
public final class CycleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<?> path;

    CycleException(List<?> path) {
        super("These wait for each other in a circle: %s."
                .formatted(Stream.concat(path.stream(), path.stream().limit(1))
                        .map(String::valueOf)
                        .collect(Collectors.joining(" → "))));
        this.path = path;
    }

    /** Each waits for the one before it, and the first for the last. */
    public List<?> path() {
        return path;
    }
}
