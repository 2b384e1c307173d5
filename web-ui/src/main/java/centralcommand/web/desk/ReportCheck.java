package centralcommand.web.desk;

import centralcommand.command.contract.schedule.Cause;
import centralcommand.command.contract.schedule.CauseBasis;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.schedule.ScheduleCommand.ConfirmUnchanged;
import centralcommand.command.contract.schedule.ScheduleCommand.Report;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportActual;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportDoubt;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import centralcommand.query.contract.board.MilestoneRow;
import centralcommand.web.desk.ReportForm.Line;
import centralcommand.web.form.Choices;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a filled-in report asks for, read before anything is sent. Whether it is allowed is for the command service to say; here
 * is only what can be read, what is missing, and which days cannot go together.
 *
 * @param statusDate the day for which the report speaks; today where it cannot be read
 * @param changes one command each, in the order of the page
 * @param confirmed milestones whose date still stands
 * @param leftOut milestones of which nothing is said, with the reason where there is one
 * @param wrong what cannot be read or is missing; nothing is sent while there is any
 * @param moved lines whose milestone says something else by now than when the form was shown
 */
record ReportCheck(
        LocalDate statusDate,
        List<Change> changes,
        List<MilestoneRow> confirmed,
        List<LeftOut> leftOut,
        List<Wrong> wrong,
        List<Moved> moved) {

    /** A change of one milestone, and the command that asks for it. */
    record Change(MilestoneRow row, Line line, Report command) {}

    /** A milestone of which nothing is said this month. */
    record LeftOut(MilestoneRow row, @Nullable Unconfirmable why) {}

    /** Something that cannot be read. */
    record Wrong(@Nullable String milestoneId, String field, String sentence) {

        /** The field's name in the form. */
        String name() {
            return milestoneId == null ? field : Line.name(milestoneId, field);
        }
    }

    /**
     * A milestone that moved under the officer's hands.
     *
     * @param row as it is now; absent where it is no longer open
     */
    record Moved(Line line, @Nullable MilestoneRow row) {}

    ReportCheck {
        changes = List.copyOf(changes);
        confirmed = List.copyOf(confirmed);
        leftOut = List.copyOf(leftOut);
        wrong = List.copyOf(wrong);
        moved = List.copyOf(moved);
    }

    /** Whether it can go on to be sent. */
    boolean ready() {
        return wrong.isEmpty() && moved.isEmpty();
    }

    boolean empty() {
        return changes.isEmpty() && confirmed.isEmpty();
    }

    /** Reads the form beside what is on file now. */
    static ReportCheck of(ReportForm form, List<MilestoneRow> toReport, LocalDate today) {
        return new Reading(form, today).read(toReport);
    }

    /** The commands that confirm what is unchanged: one, unless there are more lines than one may have. */
    List<ConfirmUnchanged> confirmations(ReportForm form) {
        List<ConfirmUnchanged.Line> all = confirmed.stream()
                .map(row -> new ConfirmUnchanged.Line(row.programId(), row.milestoneId()))
                .toList();
        List<ConfirmUnchanged> commands = new ArrayList<>();
        for (int from = 0; from < all.size(); from += ScheduleCommand.MOST_LINES) {
            int to = Math.min(all.size(), from + ScheduleCommand.MOST_LINES);
            commands.add(new ConfirmUnchanged(all.subList(from, to), stated(statusDate, form.source(), Marking.NONE)));
        }
        return commands;
    }

    private static Stated stated(LocalDate statusDate, String source, Marking marking) {
        return new Stated(statusDate, null, source, null, marking, Channel.TYPED);
    }

    /** One pass over the form, collecting what is wrong on the way. */
    private static final class Reading {
        private final ReportForm form;
        private final LocalDate today;
        private final List<Change> changes = new ArrayList<>();
        private final List<MilestoneRow> confirmed = new ArrayList<>();
        private final List<LeftOut> leftOut = new ArrayList<>();
        private final List<Wrong> wrong = new ArrayList<>();
        private final List<Moved> moved = new ArrayList<>();

        Reading(ReportForm form, LocalDate today) {
            this.form = form;
            this.today = today;
        }

        ReportCheck read(List<MilestoneRow> toReport) {
            LocalDate statusDate = statusDate();
            bounded(null, "source", form.source());
            Map<String, MilestoneRow> rows = new LinkedHashMap<>();
            toReport.forEach(row -> rows.put(row.milestoneId().value(), row));
            for (Line line : form.lines().values()) {
                MilestoneRow row = rows.get(line.milestoneId());
                boolean spoken = line.changed() || line.unchanged();
                if (spoken && (row == null || !line.seen().still(row))) {
                    moved.add(new Moved(line, row));
                } else if (row != null) {
                    read(line, row, statusDate);
                }
            }
            return new ReportCheck(statusDate, changes, confirmed, leftOut, wrong, moved);
        }

        private LocalDate statusDate() {
            Optional<LocalDate> given = TypedDay.of(form.statusDate());
            if (given.isEmpty()) {
                wrong.add(new Wrong(
                        null, "statusDate", "Give the day for which this report speaks, for example " + today + "."));
            } else if (given.get().isAfter(today)) {
                wrong.add(new Wrong(
                        null,
                        "statusDate",
                        "A report cannot speak for a day to come: give " + today + " or a day before it."));
            }
            // What lies in the future is said above; the dates beside it are then read as if said today.
            return given.filter(day -> !day.isAfter(today)).orElse(today);
        }

        private void read(Line line, MilestoneRow row, LocalDate statusDate) {
            Unconfirmable why = Unconfirmable.of(row, today);
            if (line.changed()) {
                change(line, row, statusDate);
            } else if (!line.unchanged()) {
                leftOut.add(new LeftOut(row, why));
            } else if (why != null) {
                wrong.add(new Wrong(line.milestoneId(), "unchanged", why.sentence()));
            } else {
                confirmed.add(row);
            }
        }

        private void change(Line line, MilestoneRow row, LocalDate statusDate) {
            int before = wrong.size();
            String id = line.milestoneId();
            bounded(id, "narrative", line.narrative());
            bounded(id, "source", line.source());
            bounded(id, "evidence", line.evidence());
            Optional<LocalDate> date = line.what() == ReportForm.What.IN_DOUBT ? Optional.empty() : date(line);
            date.ifPresent(day -> fitting(line, day, statusDate));
            if (line.what() == ReportForm.What.IN_DOUBT && line.narrative().isBlank()) {
                wrong.add(new Wrong(id, "narrative", "Say in one sentence why the date is in doubt."));
            }
            if (line.what() == ReportForm.What.REACHED && line.evidence().isBlank()) {
                wrong.add(new Wrong(id, "evidence", "Name what proves it: a document, a notice, a page."));
            }
            if (wrong.size() == before) {
                String source = line.source().isBlank() ? form.source() : line.source();
                Stated stated = stated(
                        statusDate,
                        source,
                        Choices.chosen(Marking.values(), line.marking()).orElse(Marking.NONE));
                changes.add(new Change(row, line, command(line, row, date.orElse(statusDate), stated)));
            }
        }

        private Optional<LocalDate> date(Line line) {
            Optional<LocalDate> date = TypedDay.of(line.date());
            if (date.isPresent()) {
                return date;
            }
            String asked = line.what() == ReportForm.What.REACHED
                    ? "Give the day on which it was reached"
                    : "Give the new date, or choose \"in doubt\" if there is none";
            String sentence = line.date().isBlank()
                    ? asked + "."
                    : "\"" + line.date() + "\" is not a day. " + asked + ", for example " + today + ".";
            wrong.add(new Wrong(line.milestoneId(), "date", sentence));
            return date;
        }

        /** What the command service would refuse for certain is said here, before half of a report is recorded. */
        private void fitting(Line line, LocalDate date, LocalDate statusDate) {
            Precision precision = precision(line);
            LocalDate last = precision.last(date);
            LocalDate first = precision.first(last);
            if (line.what() == ReportForm.What.NEW_DATE && last.isBefore(statusDate)) {
                wrong.add(new Wrong(
                        line.milestoneId(),
                        "date",
                        "A new date cannot end on " + DateWords.of(last, Precision.DAY) + ", before the status date "
                                + DateWords.of(statusDate, Precision.DAY)
                                + ". Give a later one, or choose \"reached\" or \"in doubt\"."));
            }
            if (line.what() == ReportForm.What.REACHED && first.isAfter(statusDate)) {
                wrong.add(new Wrong(
                        line.milestoneId(),
                        "date",
                        "What begins on " + DateWords.of(first, Precision.DAY)
                                + " cannot have been reached by the status date "
                                + DateWords.of(statusDate, Precision.DAY)
                                + ". Check both days, or give it as a new date."));
            }
        }

        private static Precision precision(Line line) {
            return Choices.chosen(Precision.values(), line.precision()).orElse(Precision.DAY);
        }

        private void bounded(@Nullable String id, String field, String text) {
            if (text.length() > Text.PARAGRAPH) {
                wrong.add(new Wrong(
                        id, field, "This has " + text.length() + " characters: shorten it to " + Text.PARAGRAPH + "."));
            }
        }

        private static Report command(Line line, MilestoneRow row, LocalDate date, Stated stated) {
            Precision precision = precision(line);
            Cause cause = Choices.chosen(Cause.values(), line.cause()).orElse(null);
            CauseBasis basis = cause == null ? null : CauseBasis.STATED;
            String narrative = line.narrative();
            return switch (line.what()) {
                case NEW_DATE ->
                    new ReportForecast(
                            row.programId(), row.milestoneId(), date, precision, null, cause, basis, narrative, stated);
                case IN_DOUBT ->
                    new ReportDoubt(row.programId(), row.milestoneId(), null, cause, basis, narrative, stated);
                case REACHED ->
                    new ReportActual(
                            row.programId(),
                            row.milestoneId(),
                            date,
                            precision,
                            null,
                            cause,
                            basis,
                            narrative,
                            line.evidence(),
                            stated);
            };
        }
    }
}
