package centralcommand.query.server.seal;

import centralcommand.ledger.Ledger;
import centralcommand.ledger.LedgerException;
import centralcommand.ledger.Notes.Note;
import centralcommand.ledger.checkpoint.Checkpoints;
import centralcommand.ledger.proof.Hash;
import centralcommand.ledger.proof.KeyHistory;
import centralcommand.query.contract.history.Consistency;
import centralcommand.query.contract.history.Inclusion;
import centralcommand.query.contract.history.SigningKeys;
import centralcommand.query.contract.history.SigningKeys.InForce;
import centralcommand.query.server.view.BadQuery;
import centralcommand.query.server.view.NotAvailable;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Hashes and signatures only: none of them tells what an event says, so everyone signed in may have them. */
@RestController
class SealEndpoint {
    private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";

    private final Ledger ledger;
    private final Checkpoints checkpoints;

    SealEndpoint(Ledger ledger, Checkpoints checkpoints) {
        this.ledger = ledger;
        this.checkpoints = checkpoints;
    }

    @Operation(summary = "A signed checkpoint (C2SP signed note) that covers all that is recorded; keep it elsewhere")
    @GetMapping(path = "/api/ledger/checkpoint", produces = TEXT)
    String checkpoint() {
        return upToDate()
                .map(Note::text)
                .orElseThrow(() -> BadQuery.unknown(
                        "checkpoint", "Nothing was signed yet: there is no checkpoint before something is recorded."));
    }

    private Optional<Note> upToDate() {
        try {
            return checkpoints.upToDate();
        } catch (LedgerException e) {
            throw new NotAvailable("NOT_SEALED", String.valueOf(e.getMessage()), e);
        }
    }

    @Operation(summary = "The keys that sign for the ledger, and from which size on")
    @GetMapping("/api/ledger/keys")
    SigningKeys keys() {
        return new SigningKeys(history()
                .map(history -> history.introductions().stream()
                        .map(introduced -> new InForce(introduced.key().text(), introduced.fromSize()))
                        .toList())
                .orElse(List.of()));
    }

    private Optional<KeyHistory> history() {
        try {
            return checkpoints.keys();
        } catch (LedgerException e) {
            throw new NotAvailable("KEYS_UNUSABLE", String.valueOf(e.getMessage()), e);
        }
    }

    @Operation(summary = "Proof that an event is in the tree of that many commits (all, where size is left out)")
    @GetMapping("/api/ledger/inclusion")
    Inclusion inclusion(@RequestParam long position, @RequestParam(required = false) @Nullable Long size) {
        if (position < 1 || position > ledger.head()) {
            throw BadQuery.unknown("position", "There is no event at position " + position + ".");
        }
        long commit = ledger.read(position - 1, 1).getFirst().commit();
        long of = size("size", size);
        if (commit > of) {
            throw new BadQuery(
                    "size",
                    "The event came with commit %d; a tree of %d commits does not have it.".formatted(commit, of));
        }
        return new Inclusion(
                position,
                commit,
                ledger.tree().nodes().node(0, commit - 1).hex(),
                of,
                ledger.tree().root(of).hex(),
                hex(ledger.tree().inclusionProof(commit - 1, of)));
    }

    @Operation(
            summary =
                    "Proof that the ledger of one size is the beginning of the ledger of a later one (of all, where to is left out)")
    @GetMapping("/api/ledger/consistency")
    Consistency consistency(@RequestParam long from, @RequestParam(required = false) @Nullable Long to) {
        long later = size("to", to);
        if (from < 1 || from > later) {
            throw new BadQuery("from", "Give a size from 1 to %d.".formatted(later));
        }
        return new Consistency(
                from,
                ledger.tree().root(from).hex(),
                later,
                ledger.tree().root(later).hex(),
                hex(ledger.tree().consistencyProof(from, later)));
    }

    private long size(String name, @Nullable Long asked) {
        long all = ledger.commits();
        if (asked == null) {
            return all;
        }
        if (asked < 1 || asked > all) {
            throw new BadQuery(name, "The ledger has %d commits: give a size from 1 to %d.".formatted(all, all));
        }
        return asked;
    }

    private static List<String> hex(List<Hash> hashes) {
        return hashes.stream().map(Hash::hex).toList();
    }
}
