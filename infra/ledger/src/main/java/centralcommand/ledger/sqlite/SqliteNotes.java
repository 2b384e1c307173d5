package centralcommand.ledger.sqlite;

import centralcommand.ledger.Notes;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The notes of a ledger file. */
final class SqliteNotes implements Notes {
    private final SqliteLedger ledger;

    SqliteNotes(SqliteLedger ledger) {
        this.ledger = ledger;
    }

    static String stored(Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    static Kind kind(String stored) {
        return Kind.valueOf(stored.toUpperCase(Locale.ROOT));
    }

    @Override
    public Note keep(Kind kind, long size, String text) {
        return ledger.write(writer -> writer.keep(kind, size, text));
    }

    @Override
    public Optional<Note> keepAfter(long id, Kind kind, long size, String text) {
        return ledger.write(writer -> writer.keepAfter(id, kind, size, text));
    }

    @Override
    public List<Note> after(long id, int limit) {
        return ledger.ask(queries -> queries.notesAfter(id, limit));
    }

    @Override
    public List<Note> keys() {
        return ledger.ask(SqliteQueries::keys);
    }

    @Override
    public long count() {
        return ledger.ask(SqliteQueries::noteCount);
    }

    @Override
    public Optional<Note> latest(Kind kind) {
        return ledger.ask(queries -> queries.latestNote(kind));
    }
}
