package centralcommand.web.api;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the two services are.
 *
 * @param answerWithin longer than the five seconds a query may wait for a position
 */
@ConfigurationProperties("central-command")
record ServiceAddresses(
        URI commandApi,
        URI queryApi,
        @DefaultValue("2s") Duration connectWithin,
        @DefaultValue("15s") Duration answerWithin) {}
