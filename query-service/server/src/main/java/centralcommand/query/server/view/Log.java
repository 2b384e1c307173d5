package centralcommand.query.server.view;

import centralcommand.query.server.portfolio.Fact;
import java.util.Optional;

/** The events themselves, by position; to be asked only for what the viewer sees. */
@FunctionalInterface
public interface Log {

    Optional<Recorded> at(long position);

    /**
     * A fact, and the JSON under which it is stored.
     *
     * @param json as stored, byte for byte
     */
    record Recorded(Fact<?> fact, String json) {}
}
