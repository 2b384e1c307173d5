package centralcommand.verify.source;

import centralcommand.verify.finding.Finding;
import centralcommand.verify.finding.Kind;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteErrorCode;

/** A SQLite file, up to the head that it has when it is opened. Brings the rows of both tables together, whatever they say about each other. */
final class SqliteSource implements Source {
    private final Path file;
    private final Connection connection;
    private final SqliteRows rows;
    private final long head;

    private final Deque<Entry> ready = new ArrayDeque<>();
    private final Deque<SqliteRows.Row<Entry.Commit>> commits = new ArrayDeque<>();
    private final Deque<SqliteRows.Row<SqliteRows.EventRow>> events = new ArrayDeque<>();
    private final Cursor commitsRead;
    private final Cursor eventsRead;
    private final Cursor notesRead;
    private final @Nullable SqliteLinks links;
    private final Cursor linksRead;
    private final boolean foreign;
    private volatile long done;
    private Stage stage = Stage.COMMITS;

    private enum Stage {
        COMMITS,
        LEFT_OVER,
        NOTES,
        LINKS,
        OVER
    }

    private SqliteSource(Path file, Connection connection) throws SQLException {
        this.file = file;
        this.connection = connection;
        var objects = SqliteObjects.of(connection, SqliteFile.format(connection));
        objects.findings().forEach(finding -> ready.add(new Entry.Defect(finding)));
        this.foreign = objects.hasForeign();
        this.rows = new SqliteRows(connection);
        this.links = SqliteFile.isLinked(connection) ? new SqliteLinks(connection) : null;
        // Notes first: a checkpoint that was kept by now speaks about commits that the head includes.
        this.notesRead = new Cursor(SqliteFile.number(connection, "SELECT max(id) FROM notes"));
        connection.setAutoCommit(false);
        this.head = SqliteFile.number(connection, "SELECT max(number) FROM commits");
        this.commitsRead = new Cursor(head);
        this.eventsRead = new Cursor(SqliteFile.number(connection, "SELECT max(position) FROM events"));
        this.linksRead = new Cursor(eventsRead.last);
        connection.rollback();
        connection.setAutoCommit(true);
    }

    static Source open(Path file) throws UnreadableException {
        var connection = SqliteFile.open(file);
        try {
            return new SqliteSource(file, connection);
        } catch (SQLException e) {
            try {
                connection.close();
            } catch (SQLException ignored) {
                // What is said below is the cause of this, too.
            }
            throw new UnreadableException("%s cannot be read as a ledger: %s".formatted(file, e.getMessage()));
        }
    }

    @Override
    public @Nullable Entry next() throws UnreadableException {
        while (ready.isEmpty() && stage != Stage.OVER) {
            try {
                switch (stage) {
                    case COMMITS -> readCommit();
                    case LEFT_OVER -> readLeftOver();
                    case NOTES -> readNotes();
                    case LINKS -> readLinks();
                    case OVER -> {}
                }
            } catch (SQLException e) {
                damaged(e);
            }
        }
        return ready.poll();
    }

    private void damaged(SQLException e) throws UnreadableException {
        if (!isDamage(e)) {
            throw new UnreadableException("%s cannot be read any further: %s".formatted(file, e.getMessage()));
        }
        var atCommits = stage == Stage.COMMITS || stage == Stage.LEFT_OVER;
        ready.add(new Entry.Defect(Finding.at(
                Kind.DAMAGED,
                atCommits ? done + 1 : 0,
                "The file is damaged there; nothing after it could be read from its table.")));
        stage = atCommits ? Stage.NOTES : stage == Stage.NOTES ? Stage.LINKS : Stage.OVER;
    }

    private void readCommit() throws SQLException {
        if (commits.size() < 2 && !commitsRead.over) {
            var read = rows.commits(commitsRead.next, commitsRead.last);
            commits.addAll(read);
            commitsRead.upTo(read.isEmpty() ? head : read.getLast().value().number());
        }
        var row = commits.poll();
        if (row == null) {
            stage = Stage.LEFT_OVER;
            return;
        }
        if (row.defect() != null) {
            ready.add(new Entry.Defect(row.defect()));
        }
        var following = commits.peek();
        var commit = row.value();
        var limit = following == null ? Long.MAX_VALUE : following.value().first();
        ready.add(withEvents(commit, eventsOf(commit, limit)));
        done = commit.number();
    }

    private static Entry.Commit withEvents(Entry.Commit commit, List<Entry.Event> events) {
        return new Entry.Commit(
                commit.number(),
                commit.first(),
                commit.declaredEvents(),
                commit.epoch(),
                commit.recordedAt(),
                commit.command(),
                events,
                commit.hash(),
                null,
                commit.subtrees(),
                1);
    }

    /**
     * Those that name the commit, and those that stand where both this commit and the following one leave room for them although they name
     * another: which of the two was changed, the hash will tell.
     */
    private List<Entry.Event> eventsOf(Entry.Commit commit, long firstOfFollowing) throws SQLException {
        var taken = new ArrayList<Entry.Event>(2);
        var bytes = 0L;
        var row = peekEvent();
        while (row != null) {
            var event = row.value().event();
            var position = event.position();
            var named = row.value().commit();
            var within = position >= commit.first()
                    && position - commit.first() < commit.declaredEvents()
                    && position < firstOfFollowing;
            var later = named > commit.number() || position >= firstOfFollowing;
            if (named != commit.number() && !within && later && position >= 1) {
                break;
            }
            events.remove();
            if (row.defect() != null) {
                ready.add(new Entry.Defect(row.defect()));
            }
            if (named != commit.number()) {
                ready.add(misfiled(position, named, within ? commit.number() : 0));
            }
            bytes += event.payload().length + (long) event.metadata().length;
            if (named == commit.number() || within) {
                if (bytes <= Limits.COMMIT && taken.size() < Limits.EVENTS) {
                    taken.add(event);
                } else if (bytes - event.payload().length - event.metadata().length <= Limits.COMMIT) {
                    ready.add(new Entry.Defect(
                            Finding.at(Kind.MALFORMED, commit.number(), "It has more events than a commit can have.")));
                }
            }
            row = peekEvent();
        }
        return taken;
    }

    private SqliteRows.@Nullable Row<SqliteRows.EventRow> peekEvent() throws SQLException {
        if (events.isEmpty() && !eventsRead.over) {
            var read = rows.events(eventsRead.next, eventsRead.last);
            events.addAll(read);
            eventsRead.upTo(
                    read.isEmpty()
                            ? eventsRead.last
                            : read.getLast().value().event().position());
        }
        return events.peek();
    }

    private Entry misfiled(long position, long named, long belongs) throws SQLException {
        var exists = named <= head
                && SqliteFile.number(connection, "SELECT count(*) FROM commits WHERE number = " + named) == 1;
        if (belongs > 0) {
            return new Entry.Defect(new Finding(
                    Kind.ORPHAN,
                    belongs,
                    position,
                    "The row of this event names commit %d%s, but it stands among the events of commit %d."
                            .formatted(named, exists ? "" : ", which does not exist", belongs)));
        }
        return new Entry.Defect(
                exists
                        ? new Finding(
                                Kind.INSERTED,
                                named,
                                position,
                                "A row of an event names commit %d, whose events stand elsewhere.".formatted(named))
                        : new Finding(
                                Kind.ORPHAN,
                                Math.max(0, named),
                                position,
                                "A row of an event names commit %d, which does not exist.".formatted(named)));
    }

    private void readLeftOver() throws SQLException {
        var row = peekEvent();
        if (row == null) {
            stage = Stage.NOTES;
            return;
        }
        events.remove();
        ready.add(misfiled(row.value().event().position(), row.value().commit(), 0));
    }

    private void readNotes() throws SQLException {
        var read = rows.notes(notesRead.next, notesRead.last);
        for (var row : read) {
            if (row.defect() != null) {
                ready.add(new Entry.Defect(row.defect()));
            } else {
                ready.add(row.value());
            }
        }
        notesRead.upTo(read.isEmpty() ? notesRead.last : read.getLast().value().id());
        if (notesRead.over) {
            stage = Stage.LINKS;
        }
    }

    private void readLinks() throws SQLException {
        if (links == null) {
            stage = Stage.OVER;
        } else if (!linksRead.over) {
            var to = links.endOfSlice(linksRead.next);
            add(links.between(linksRead.next, to));
            linksRead.upTo(to);
        } else if (!links.isOver()) {
            add(links.next());
        } else {
            stage = Stage.OVER;
        }
    }

    private void add(List<Finding> wrong) {
        wrong.forEach(finding -> ready.add(new Entry.Consequence(finding)));
    }

    @Override
    public List<Entry> storage() throws UnreadableException {
        if (foreign) {
            // What is told already is enough, and a check may run for ever over what was added.
            return List.of();
        }
        try {
            return SqliteCheck.check(connection);
        } catch (SQLException e) {
            if (!isDamage(e)) {
                throw new UnreadableException("%s cannot be read any further: %s".formatted(file, e.getMessage()));
            }
            return List.of(new Entry.Defect(Finding.of(
                    Kind.DAMAGED, "The pages of the file are so damaged that SQLite could not check all of them.")));
        }
    }

    private static boolean isDamage(SQLException e) {
        var code = e.getErrorCode() & 0xFF;
        return code == SQLiteErrorCode.SQLITE_CORRUPT.code || code == SQLiteErrorCode.SQLITE_NOTADB.code;
    }

    /** How far a table has been read, whatever numbers stand in it. */
    private static final class Cursor {
        private final long last;
        private long next = Long.MIN_VALUE;
        private boolean over;

        Cursor(long last) {
            this.last = last;
        }

        void upTo(long key) {
            over = key >= last;
            next = over ? key : key + 1;
        }
    }

    @Override
    public String name() {
        return file.toString();
    }

    @Override
    public long total() {
        return head;
    }

    @Override
    public long done() {
        return done;
    }

    @Override
    public boolean hasEnd() {
        return false;
    }

    @Override
    public void close() {
        try (connection) {
            rows.close();
            if (links != null) {
                links.close();
            }
        } catch (SQLException e) {
            // It was only read; nothing can be lost.
        }
    }
}
