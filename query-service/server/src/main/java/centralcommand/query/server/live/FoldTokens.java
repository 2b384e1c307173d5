package centralcommand.query.server.live;

import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.jspecify.annotations.Nullable;

/** The fold's position is the token: what is in memory is exactly what has been read, so neither can run ahead of the other. */
final class FoldTokens implements TokenStore {
    private final Timeline timeline;

    FoldTokens(Timeline timeline) {
        this.timeline = timeline;
    }

    @Override
    public void storeToken(@Nullable TrackingToken token, String processorName, int segment) {
        // Folding an event is what moves the token.
    }

    @Override
    public TrackingToken fetchToken(String processorName, int segment) {
        return new GlobalSequenceTrackingToken(timeline.live().position());
    }

    @Override
    public void releaseClaim(String processorName, int segment) {
        // Nobody else can claim what is in this memory.
    }

    @Override
    public int[] fetchSegments(String processorName) {
        return new int[] {0};
    }
}
