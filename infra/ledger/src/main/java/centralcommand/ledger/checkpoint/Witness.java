package centralcommand.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.ledger.LedgerException;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.MerkleTree;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.ledger.proof.WitnessKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;

/**
 * Somebody outside who cosigns a checkpoint if it continues the last one that he saw (C2SP tlog-witness, {@code POST /add-checkpoint}). What
 * he saw last is asked of him: he alone can know.
 */
public final class Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int CONFLICT = 409;

    private final WitnessKey key;
    private final URI address;
    private final HttpClient http;
    private long seen;

    /** @param address of the witness, without {@code /add-checkpoint} */
    public Witness(WitnessKey key, URI address, HttpClient http) {
        this.key = key;
        this.address = URI.create(address.toString().replaceFirst("/+$", "") + "/add-checkpoint");
        this.http = http;
    }

    public WitnessKey key() {
        return key;
    }

    boolean hasCosigned(SignedNote note) {
        return key.cosignature(note).isPresent();
    }

    /**
     * The note with his cosignature.
     *
     * @throws LedgerException if he does not answer, or refuses; it says why
     */
    SignedNote cosign(SignedNote note, MerkleTree tree) throws InterruptedException {
        var checkpoint = Checkpoint.parse(note.text());
        var answer = send(note, checkpoint, tree);
        if (answer.statusCode() == CONFLICT) {
            seen = sizeIn(answer.body());
            if (seen > checkpoint.size()) {
                throw refused(
                        "he has seen %d commits, more than the %d that there are".formatted(seen, checkpoint.size()));
            }
            answer = send(note, checkpoint, tree);
        }
        if (answer.statusCode() != 200) {
            throw refused("he answered %d: %s".formatted(answer.statusCode(), firstLine(answer.body())));
        }
        var cosigned = parsed(note.format() + answer.body());
        if (!hasCosigned(cosigned)) {
            throw refused("what he sent is not his cosignature");
        }
        seen = checkpoint.size();
        return cosigned;
    }

    private SignedNote parsed(String note) {
        try {
            return SignedNote.parse(note);
        } catch (IllegalArgumentException e) {
            throw refused("what he sent is no signature");
        }
    }

    private HttpResponse<String> send(SignedNote note, Checkpoint checkpoint, MerkleTree tree)
            throws InterruptedException {
        var body = new StringBuilder("old ").append(seen).append('\n');
        if (seen > 0) {
            for (Hash hash : tree.consistencyProof(seen, checkpoint.size())) {
                body.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n');
            }
        }
        body.append('\n').append(note.format());
        try {
            return http.send(
                    HttpRequest.newBuilder(address)
                            .timeout(PATIENCE)
                            .POST(BodyPublishers.ofString(body.toString(), UTF_8))
                            .build(),
                    BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new LedgerException("Witness %s at %s cannot be reached.".formatted(key.name(), address), e);
        }
    }

    private long sizeIn(String body) {
        try {
            var size = Long.parseLong(body.strip());
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw refused("he does not say what he has seen");
    }

    private LedgerException refused(String why) {
        return new LedgerException("Witness %s does not cosign: %s.".formatted(key.name(), why));
    }

    private static String firstLine(String text) {
        return text.lines()
                .findFirst()
                .map(line -> line.substring(0, Math.min(200, line.length())))
                .orElse("");
    }
}
