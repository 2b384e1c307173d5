package centralcommand.verify;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Findings;
import centralcommand.verify.finding.Kind;
import centralcommand.verify.note.Checkpoint;
import centralcommand.verify.note.MalformedNoteException;
import centralcommand.verify.note.NoteSignature;
import centralcommand.verify.note.SignedNote;
import centralcommand.verify.note.VerifierKey;
import centralcommand.verify.proof.GrowingTree;
import centralcommand.verify.proof.Sha256;
import centralcommand.verify.source.Entry;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Checks who signed the checkpoints, and then that the tree really had these roots. Holds any number of them in bounded memory. */
final class Checkpoints implements AutoCloseable {
    private static final int BATCH = 512;
    private static final int MOST_ORIGINS = 20;

    private final Findings findings;
    private final KeyHistory keys;
    private final Trust trust;
    private final List<Entry.Note> batch = new ArrayList<>();
    private final Set<String> origins = new LinkedHashSet<>();
    /**
     * Size, number of the note, whether somebody else vouches for it, and the root in four numbers; a checkpoint from outside has its place
     * in the list below zero.
     */
    private final SortedRuns roots = new SortedRuns(7);

    private final Map<VerifierKey, Cosigned> cosigned = new LinkedHashMap<>();
    private final Set<VerifierKey> signers = new LinkedHashSet<>();
    private long kept;
    private long lastId;
    private long missingNotes;
    private long firstMissingNote;
    private long largest;
    private long unchecked;
    private long largestHolding;
    private long largestWrong;

    /**
     * What the auditor brought.
     *
     * @param keys of the log; may be empty
     * @param witnesses keys of those whose cosignatures count
     * @param checkpoints that were not read from the ledger
     * @param defects of what should be such a checkpoint
     */
    record Trust(
            List<VerifierKey> keys, List<VerifierKey> witnesses, List<Outside> checkpoints, List<Finding> defects) {}

    /**
     * A checkpoint that was not read from the ledger.
     *
     * @param name of the file that it was read from
     * @param elsewhere whether the auditor brought it; otherwise it lay beside the ledger's key, where whoever can rewrite the ledger can
     *     rewrite it too
     */
    record Outside(String name, SignedNote note, Checkpoint checkpoint, boolean elsewhere) {}

    /** The largest checkpoint that a witness cosigned, and when. */
    record Cosigned(long size, Instant time) {}

    Checkpoints(Findings findings, KeyHistory keys, Trust trust) {
        this.findings = findings;
        this.keys = keys;
        this.trust = trust;
    }

    /** Takes a note of the ledger, in the order in which they were made. */
    void add(Entry.Note note) {
        count(note.id());
        switch (note.kind()) {
            case "key" -> {
                flush();
                keys.add(note, largest);
                keys.origins().forEach(this::addOrigin);
            }
            case "checkpoint" -> {
                batch.add(note);
                if (batch.size() == BATCH) {
                    flush();
                }
            }
            default ->
                findings.add(Finding.of(
                        Kind.MALFORMED,
                        "Note %d is neither a checkpoint nor a key: %s.".formatted(note.id(), note.kind())));
        }
    }

    private void count(long id) {
        if (id > lastId + 1 && missingNotes == 0) {
            firstMissingNote = lastId + 1;
        }
        if (id > lastId) {
            missingNotes += id - lastId - 1;
            lastId = id;
        }
    }

    /** What one note says, once the signatures under it were looked at. */
    private record Checked(
            Entry.Note note,
            @Nullable Checkpoint checkpoint,
            @Nullable VerifierKey signer,
            @Nullable Finding problem,
            Map<VerifierKey, Cosigned> cosigned,
            List<Finding> forgedCosignatures) {}

    /** Looking at signatures is most of the work, and each stands for itself. */
    private void flush() {
        for (var checked : batch.parallelStream().map(this::check).toList()) {
            if (checked.problem() != null) {
                findings.add(checked.problem());
            }
            checked.forgedCosignatures().forEach(findings::add);
            var checkpoint = checked.checkpoint();
            if (checkpoint != null) {
                kept++;
                addOrigin(checkpoint.origin());
                if (checked.problem() == null) {
                    remember(
                            checkpoint, checked.note().id(), !checked.cosigned().isEmpty());
                    largest = Math.max(largest, checkpoint.size());
                    checked.cosigned().forEach(this::remember);
                    if (checked.signer() != null) {
                        signers.add(checked.signer());
                    }
                }
            }
        }
        batch.clear();
    }

    private void addOrigin(String origin) {
        if (origins.size() < MOST_ORIGINS) {
            origins.add(origin);
        }
    }

    private void remember(Checkpoint checkpoint, long id, boolean vouched) {
        var root = ByteBuffer.wrap(checkpoint.root());
        roots.add(
                checkpoint.size(), id, vouched ? 1 : 0, root.getLong(), root.getLong(), root.getLong(), root.getLong());
    }

    private void remember(VerifierKey witness, Cosigned one) {
        cosigned.merge(witness, one, (a, b) -> a.size() >= b.size() ? a : b);
    }

    private Checked check(Entry.Note entry) {
        try {
            var note = SignedNote.parse(entry.text());
            var checkpoint = Checkpoint.parse(note.text());
            var forged = new ArrayList<Finding>();
            var witnessed = cosignatures(note, checkpoint, "note " + entry.id(), forged);
            var signer = signer(note, checkpoint);
            var problem = signer != null ? null : notSigned(entry, note, checkpoint);
            if (problem == null && note.text().lines().count() != Checkpoint.LINES) {
                problem = Finding.at(
                        Kind.MALFORMED,
                        checkpoint.size(),
                        "The checkpoint of note %d has more than its %d lines."
                                .formatted(entry.id(), Checkpoint.LINES));
            }
            if (problem == null && checkpoint.size() != entry.size()) {
                problem = Finding.of(
                        Kind.MALFORMED,
                        "Note %d is filed under size %d, but its checkpoint has %d commits."
                                .formatted(entry.id(), entry.size(), checkpoint.size()));
            }
            return new Checked(entry, checkpoint, signer, problem, witnessed, forged);
        } catch (MalformedNoteException e) {
            var problem =
                    Finding.of(Kind.MALFORMED, "Note %d is no checkpoint: %s.".formatted(entry.id(), e.getMessage()));
            return new Checked(entry, null, null, problem, Map.of(), List.of());
        }
    }

    /** The key that should have signed a checkpoint of this size; those that the auditor named where the ledger introduces none. */
    private List<VerifierKey> inForce(Checkpoint checkpoint) {
        var key = keys.at(checkpoint.size());
        return key == null ? trust.keys() : List.of(key);
    }

    private @Nullable VerifierKey signer(SignedNote note, Checkpoint checkpoint) {
        return inForce(checkpoint).stream()
                .filter(key -> note.signedBy(key) == SignedNote.Verdict.SIGNED)
                .findFirst()
                .orElse(null);
    }

    private Finding notSigned(Entry.Note entry, SignedNote note, Checkpoint checkpoint) {
        var forged = inForce(checkpoint).stream().anyMatch(key -> note.signedBy(key) == SignedNote.Verdict.FORGED);
        return Finding.at(
                forged ? Kind.FORGED_SIGNATURE : Kind.UNKNOWN_KEY,
                checkpoint.size(),
                (forged
                                ? "The checkpoint of note %d claims to be signed by the ledger's key, but this signature is not by that key over this text."
                                : "The checkpoint of note %d is not signed by the key that the ledger had for this size.")
                        .formatted(entry.id()));
    }

    private Map<VerifierKey, Cosigned> cosignatures(
            SignedNote note, Checkpoint checkpoint, String name, List<Finding> forged) {
        var witnessed = new LinkedHashMap<VerifierKey, Cosigned>();
        for (var witness : trust.witnesses()) {
            for (var signature : note.signatures()) {
                if (!witness.matches(signature)) {
                    continue;
                }
                if (witness.verifies(note.text(), signature)) {
                    witnessed.put(witness, new Cosigned(checkpoint.size(), time(signature)));
                } else {
                    forged.add(Finding.at(
                            Kind.FORGED_COSIGNATURE,
                            checkpoint.size(),
                            "The checkpoint of %s claims to be cosigned by %s, but this is not by its key over this text."
                                    .formatted(name, witness.name())));
                }
            }
        }
        return witnessed;
    }

    private static Instant time(NoteSignature cosignature) {
        var seconds = ByteBuffer.wrap(cosignature.bytes()).getLong();
        return Instant.ofEpochSecond(Math.min(seconds, Instant.MAX.getEpochSecond()));
    }

    /**
     * Compares all checkpoints with the tree, smallest first.
     *
     * @param size commits of the ledger
     * @param leafCount how many leaves are known: fewer where commits are missing
     * @param origin what the ledger is called by its first commit; null where that is missing
     */
    void compare(long size, long leafCount, LeafFile leaves, @Nullable String origin) {
        flush();
        trust.defects().forEach(findings::add);
        trust.checkpoints().forEach(outside -> take(outside, origin));
        trust.keys().stream()
                .filter(key -> !keys.all().isEmpty() && !keys.all().contains(key))
                .forEach(key -> findings.add(Finding.of(
                        Kind.UNKNOWN_KEY, "The key that you gave is none of the ledger's keys (%s).".formatted(key))));
        if (origin != null) {
            origins.stream()
                    .filter(named -> !named.equals(origin))
                    .forEach(named -> findings.add(wrongOrigin(named, origin)));
        }
        try (var reader = leaves.read()) {
            roots.forEach(new Comparison(reader, size, leafCount));
        }
    }

    private static Finding wrongOrigin(String named, String origin) {
        return Finding.of(
                Kind.WRONG_ORIGIN,
                "Notes of the ledger name the ledger %s, but its first commit makes it %s.".formatted(named, origin));
    }

    private void take(Outside outside, @Nullable String origin) {
        var checkpoint = outside.checkpoint();
        var forged = new ArrayList<Finding>();
        var witnessed = cosignatures(outside.note(), checkpoint, outside.name(), forged);
        forged.forEach(findings::add);
        var known = new LinkedHashSet<>(keys.all());
        known.addAll(trust.keys());
        var verdicts = known.stream().map(key -> outside.note().signedBy(key)).toList();
        var forgedSignature = verdicts.contains(SignedNote.Verdict.FORGED);
        var signed = !forgedSignature && verdicts.contains(SignedNote.Verdict.SIGNED);
        if (forgedSignature) {
            findings.add(Finding.at(
                    Kind.FORGED_SIGNATURE,
                    checkpoint.size(),
                    "The checkpoint of %s claims to be signed by the ledger's key, but is not."
                            .formatted(outside.name())));
        } else if (!signed && witnessed.isEmpty()) {
            findings.add(Finding.at(
                    Kind.UNKNOWN_KEY,
                    checkpoint.size(),
                    "The checkpoint of %s is signed neither by a key of this ledger nor by a witness that you named."
                            .formatted(outside.name())));
        }
        if (origin != null && !checkpoint.origin().equals(origin)) {
            findings.add(Finding.of(
                    Kind.WRONG_ORIGIN,
                    "The checkpoint of %s speaks about %s, and this is %s: another ledger, or one that was rewritten from its first commit."
                            .formatted(outside.name(), checkpoint.origin(), origin)));
            return;
        }
        largest = Math.max(largest, checkpoint.size());
        if (signed) {
            known.stream()
                    .filter(key -> outside.note().signedBy(key) == SignedNote.Verdict.SIGNED)
                    .forEach(signers::add);
        }
        witnessed.forEach(this::remember);
        remember(
                checkpoint,
                -1L - trust.checkpoints().indexOf(outside),
                !witnessed.isEmpty() || signed && outside.elsewhere());
    }

    /** Goes once over the leaves and stops at every size of which a checkpoint speaks. */
    private final class Comparison implements SortedRuns.Visitor {
        private final LeafFile.Reader leaves;
        private final long size;
        private final long leafCount;
        private final GrowingTree tree = new GrowingTree();
        private byte[] root = tree.root();
        private final Holding holding = new Holding();
        /** Of those that the ledger's key alone could not have made anew with a rewritten history. */
        private final Holding vouchedHolding = new Holding();

        Comparison(LeafFile.Reader leaves, long size, long leafCount) {
            this.leaves = leaves;
            this.size = size;
            this.leafCount = leafCount;
        }

        @Override
        public void row(long[] row) {
            var wanted = row[0];
            var name = row[1] < 0 ? trust.checkpoints().get((int) (-1 - row[1])).name() : "note " + row[1];
            if (wanted > size) {
                findings.add(Finding.at(
                        Kind.SET_BACK,
                        wanted,
                        "The checkpoint of %s speaks about %d commits, but the ledger has only %d: it was cut, or set back to an older state."
                                .formatted(name, wanted, size)));
                return;
            }
            if (wanted > leafCount) {
                unchecked++;
                return;
            }
            if (tree.size() < wanted) {
                while (tree.size() < wanted) {
                    tree.add(leaves.next());
                }
                root = tree.root();
            }
            var vouched = row[2] == 1;
            var claimed = ByteBuffer.allocate(Sha256.LENGTH)
                    .putLong(row[3])
                    .putLong(row[4])
                    .putLong(row[5])
                    .putLong(row[6])
                    .array();
            if (Arrays.equals(root, claimed)) {
                largestHolding = wanted;
                holding.add(wanted);
                if (vouched) {
                    vouchedHolding.add(wanted);
                }
            } else {
                largestWrong = wanted;
                // The ledger's key alone can sign the other ones anew, but not one that is not in the ledger.
                var own = row[1] >= 0 && !vouched;
                var lastGood = (own ? holding : vouchedHolding).before(wanted);
                findings.add(Finding.at(
                        Kind.WRONG_ROOT,
                        wanted,
                        "The checkpoint of %s has another root than the tree of these %d commits: between commit %d and commit %d history was rewritten and the hashes made to fit%s."
                                .formatted(
                                        name,
                                        wanted,
                                        lastGood + 1,
                                        wanted,
                                        own && lastGood > 0
                                                ? ", or earlier if the checkpoints before were signed anew"
                                                : "")));
            }
        }
    }

    /** The largest size up to which history is known to be as it was, and the one before that: two checkpoints of one size can differ. */
    private static final class Holding {
        private long last;
        private long former;

        void add(long size) {
            if (size > last) {
                former = last;
                last = size;
            }
        }

        long before(long size) {
            return last < size ? last : former;
        }
    }

    /** Commits of the largest checkpoint that has the root of the tree; 0 where none has. */
    long largestHolding() {
        return largestHolding;
    }

    /** Commits of the largest checkpoint that has another root than the tree; 0 where none has. */
    long largestWrong() {
        return largestWrong;
    }

    /** Checkpoints that the ledger itself keeps. */
    long kept() {
        return kept;
    }

    /** Commits of the largest checkpoint with a good signature. */
    long largest() {
        return largest;
    }

    /** Checkpoints whose root could not be computed because commits are missing. */
    long unchecked() {
        return unchecked;
    }

    Map<VerifierKey, Cosigned> cosigned() {
        return new LinkedHashMap<>(cosigned);
    }

    /** Whose signatures were found under checkpoints, and were good. */
    Set<VerifierKey> signers() {
        return new LinkedHashSet<>(signers);
    }

    /** How many numbers of notes are left out, and the first of them; 0 for none. */
    long missingNotes() {
        return missingNotes;
    }

    long firstMissingNote() {
        return firstMissingNote;
    }

    /** Commits of the largest checkpoint that somebody else vouches for: the auditor brought it, or a witness that he named cosigned it. */
    long vouched() {
        var brought = trust.checkpoints().stream()
                .filter(Outside::elsewhere)
                .mapToLong(outside -> outside.checkpoint().size());
        var witnessed = cosigned.values().stream().mapToLong(Cosigned::size);
        return LongStream.concat(brought, witnessed).max().orElse(0);
    }

    List<VerifierKey> keys() {
        return keys.all();
    }

    Trust trust() {
        return trust;
    }

    @Override
    public void close() {
        roots.close();
    }
}
