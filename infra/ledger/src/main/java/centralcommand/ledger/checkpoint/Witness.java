package centralcommand.ledger.checkpoint;

import static java.nio.charset.StandardCharsets.UTF_8;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.proof.Checkpoint;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.MerkleTree;
import centralcommand.ledger.proof.NoteSignature;
import centralcommand.ledger.proof.SignedNote;
import centralcommand.ledger.proof.WitnessKey;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who cosigns a checkpoint if it continues the last one that he saw (C2SP tlog-witness, {@code POST /add-checkpoint}). What
 * he saw last is asked of him: he alone can know. He is trusted with nothing else: his answer is short and comes in time, or it is none.
 */
public final class Witness {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Some cosignatures; one has about 200 bytes. */
    private static final int LONGEST_ANSWER = 8 * 1024;

    private static final int CONFLICT = 409;
    private static final int PROOF_FAILS = 422;
    private static final String SIZE = "text/x.tlog.size";

    private final WitnessKey key;
    private final URI address;
    private final HttpClient http;
    private final Duration patience;
    private long seen;
    private volatile @Nullable String alarm;

    /** @param address of the witness, without {@code /add-checkpoint} */
    public Witness(WitnessKey key, URI address, HttpClient http) {
        this(key, address, http, PATIENCE);
    }

    Witness(WitnessKey key, URI address, HttpClient http, Duration patience) {
        this.key = key;
        this.address = URI.create(address.toString().replaceFirst("/+$", ""));
        this.http = http;
        this.patience = patience;
    }

    public WitnessKey key() {
        return key;
    }

    /**
     * That he has seen another history of this ledger, in a sentence; nothing if he has not. It stands until he cosigns again: that he
     * cannot be reached takes nothing back.
     */
    public Optional<String> alarm() {
        return Optional.ofNullable(alarm);
    }

    boolean hasCosigned(SignedNote note) {
        return key.cosignature(note).isPresent();
    }

    /**
     * His cosignature for the note. For one thread at a time.
     *
     * @throws TwoHistoriesException if what he has seen is not the beginning of this ledger
     * @throws LedgerException if he does not answer, or refuses; it says why
     */
    NoteSignature cosign(SignedNote note, Ledger ledger) throws InterruptedException {
        var checkpoint = Checkpoint.parse(note.text());
        var answer = send(note, checkpoint, ledger.tree());
        if (isSize(answer)) {
            seen = sizeToGoOnFrom(answer.body(), checkpoint, ledger);
            answer = send(note, checkpoint, ledger.tree());
        }
        if (isSize(answer) && sizeToGoOnFrom(answer.body(), checkpoint, ledger) != seen) {
            throw refused("he is asked by somebody else at the same time");
        }
        return switch (answer.statusCode()) {
            case 200 -> cosignature(note, checkpoint, answer.body());
            case CONFLICT ->
                throw twoHistories("for %d commits he has cosigned another root".formatted(checkpoint.size()));
            case PROOF_FAILS ->
                throw twoHistories("the first %d commits are not those that he has cosigned".formatted(seen));
            default -> throw refused("he answered %d: %s".formatted(answer.statusCode(), firstLine(answer.body())));
        };
    }

    private NoteSignature cosignature(SignedNote note, Checkpoint checkpoint, String lines) {
        try {
            var cosignature = key.cosignatureIn(lines, note)
                    .orElseThrow(() -> refused("what he sent is not his cosignature of this checkpoint"));
            seen = checkpoint.size();
            alarm = null;
            return cosignature;
        } catch (IllegalArgumentException e) {
            throw refused("what he sent is no signature");
        }
    }

    /** A conflict without a size is none of sizes. */
    private static boolean isSize(HttpResponse<String> answer) {
        return answer.statusCode() == CONFLICT
                && answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.split(";")[0].strip().equalsIgnoreCase(SIZE))
                        .isPresent();
    }

    private long sizeToGoOnFrom(String body, Checkpoint checkpoint, Ledger ledger) {
        var his = sizeIn(body);
        if (his > ledger.commits()) {
            throw twoHistories(
                    "he has cosigned %d commits, but there are only %d: the ledger was cut, or set back to an older copy"
                            .formatted(his, ledger.commits()));
        }
        if (his > checkpoint.size()) {
            throw refused("somebody else has brought him a later checkpoint");
        }
        return his;
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

    private HttpResponse<String> send(SignedNote note, Checkpoint checkpoint, MerkleTree tree)
            throws InterruptedException {
        var body = new StringBuilder("old ").append(seen).append('\n');
        for (Hash hash : tree.consistencyProof(seen, checkpoint.size())) {
            body.append(Base64.getEncoder().encodeToString(hash.bytes())).append('\n');
        }
        body.append('\n').append(note.format());
        // The request's own timeout ends with the head of the answer; the body may take for ever.
        var answer = http.sendAsync(
                HttpRequest.newBuilder(URI.create(address + "/add-checkpoint"))
                        .POST(BodyPublishers.ofString(body.toString(), UTF_8))
                        .build(),
                BodyHandlers.limiting(BodyHandlers.ofString(UTF_8), LONGEST_ANSWER));
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new LedgerException(
                    "Witness %s at %s gave no whole answer within %d ms."
                            .formatted(key.name(), address, patience.toMillis()),
                    e);
        } catch (ExecutionException e) {
            throw new LedgerException(
                    "Witness %s at %s cannot be reached, or does not answer as a witness does: %s."
                            .formatted(key.name(), address, reason(e)),
                    e);
        } finally {
            answer.cancel(true);
        }
    }

    private static String reason(ExecutionException e) {
        var cause = e.getCause() == null ? e : e.getCause();
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    private LedgerException refused(String why) {
        return new LedgerException("Witness %s does not cosign: %s.".formatted(key.name(), why));
    }

    private TwoHistoriesException twoHistories(String what) {
        var sentence =
                "Two histories: witness %s has seen another one of this ledger; %s. Keep what GET %s/checkpoint shows and give it to infra/verify/verify --checkpoint."
                        .formatted(key.name(), what, address);
        alarm = sentence;
        return new TwoHistoriesException(sentence);
    }

    private static String firstLine(String text) {
        return text.lines()
                .findFirst()
                .map(line -> line.substring(0, Math.min(200, line.length())))
                .map(line -> line.replaceFirst("[.\\s]+$", ""))
                .orElse("");
    }
}
