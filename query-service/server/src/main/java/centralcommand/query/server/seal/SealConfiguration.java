package centralcommand.query.server.seal;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.checkpoint.Checkpoints;
import centralcommand.ledger.checkpoint.Witness;
import centralcommand.ledger.checkpoint.Witnesses;
import centralcommand.ledger.proof.WitnessKey;
import centralcommand.query.server.view.Seals;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Signs checkpoints where the key is, and takes them to the witnesses. */
@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    /** Without a key file, checkpoints are signed elsewhere and only shown here. */
    @Bean
    Checkpoints checkpoints(
            Ledger ledger, @Value("${central-command.ledger.key-file:#{null}}") @Nullable Path keyFile) {
        return keyFile == null ? Checkpoints.of(ledger) : Checkpoints.signedWith(keyFile, ledger);
    }

    @Bean(destroyMethod = "close")
    HttpClient witnessClient() {
        return HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    }

    /** @param configured each as its key and its address with a space between */
    @Bean
    WatchedBy watchedBy(
            @Value("${central-command.ledger.witnesses:}") List<String> configured, HttpClient witnessClient) {
        return new WatchedBy(configured.stream()
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .map(each -> witness(each, witnessClient))
                .toList());
    }

    private static Witness witness(String configured, HttpClient http) {
        String[] parts = configured.split("\\s+");
        if (parts.length != 2) {
            throw new IllegalArgumentException(
                    "A witness is configured by his key and his address with a space between, not by \"%s\"."
                            .formatted(configured));
        }
        return new Witness(WitnessKey.parse(parts[0]), URI.create(parts[1]), http);
    }

    @Bean
    Seals seals(Ledger ledger, Checkpoints checkpoints, WatchedBy watchedBy) {
        return new LedgerSeals(ledger, checkpoints, watchedBy.witnesses());
    }

    @Bean(destroyMethod = "close")
    Witnesses witnesses(Ledger ledger, Checkpoints checkpoints, WatchedBy watchedBy) {
        return new Witnesses(ledger, checkpoints, watchedBy.witnesses());
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    SealingSchedule sealingSchedule(
            Witnesses witnesses, @Value("${central-command.ledger.checkpoint-interval}") Duration interval) {
        return new SealingSchedule(witnesses, interval);
    }

    /** Those who cosign. */
    record WatchedBy(List<Witness> witnesses) {}
}
