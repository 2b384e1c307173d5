package centralcommand.standalone.sample;

import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Stated;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What rows say of each other: their sources, the agency that answers for a program, the days on which things were stated. */
final class Folder {
    /**
     * @param text "Title — Publisher, date, address (id)"
     * @param day its own date, where it shows one
     */
    private record Source(String text, @Nullable LocalDate day) {}

    private record Lead(Agency agency, @Nullable LocalDate statedOn) {}

    private final boolean withSources;
    private final Map<String, Source> sources = new HashMap<>();
    private final Map<String, Lead> leads = new HashMap<>();
    private final Map<String, String> programOfMilestone = new HashMap<>();
    private @Nullable LocalDate latest;

    Folder(boolean withSources) {
        this.withSources = withSources;
    }

    void source(Row row) throws UnusableCellException {
        LocalDate day = row.day("date");
        String described = Stream.of(row.optional("publisher"), row.optional("date"), row.optional("address"))
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        String id = row.text("source_id");
        String text = row.text("title") + (described.isEmpty() ? "" : " — " + described) + " (" + id + ")";
        sources.put(id, new Source(text, day));
    }

    void program(String programId, Agency lead, @Nullable LocalDate statedOn) {
        leads.put(programId, new Lead(lead, statedOn));
    }

    void milestone(String milestoneId, String programId) {
        programOfMilestone.put(milestoneId, programId);
    }

    /** Remembers the latest day on which the folder says anything. */
    void heard(@Nullable LocalDate day) {
        if (day != null && (latest == null || day.isAfter(latest))) {
            latest = day;
        }
    }

    /** @throws UnusableCellException where the program was not taken from the folder: then nobody is known who may speak for it */
    Agency leadOf(String programId, String column) throws UnusableCellException {
        Lead lead = leads.get(programId);
        if (lead == null) {
            throw new UnusableCellException(
                    column, Row.quoted(programId) + " is not a program taken from programs.csv.");
        }
        return lead.agency;
    }

    String programOf(Row row) throws UnusableCellException {
        String milestoneId = row.text("milestone_id");
        String programId = programOfMilestone.get(milestoneId);
        if (programId == null) {
            throw new UnusableCellException(
                    "milestone_id", Row.quoted(milestoneId) + " is not a milestone taken from milestones.csv.");
        }
        return programId;
    }

    /** The source of a row, as text. A folder without sources.csv has only their ids. */
    String sourceOf(Row row) throws UnusableCellException {
        String id = row.text("source_id");
        if (!withSources) {
            return id;
        }
        Source source = sources.get(id);
        if (source == null) {
            throw new UnusableCellException("source_id", Row.quoted(id) + " is not a source taken from sources.csv.");
        }
        return source.text;
    }

    Optional<LocalDate> sourceDay(Row row) {
        String id = row.optional("source_id");
        Source source = id == null ? null : sources.get(id);
        return source == null ? Optional.empty() : Optional.ofNullable(source.day);
    }

    /** The day on which a fact of a program was stated: its own, else its source's, else the program's. */
    @Nullable
    LocalDate statedOn(Row row, @Nullable LocalDate own, String programId) {
        Lead lead = leads.get(programId);
        return statedOn(row, own, lead == null ? null : lead.statedOn);
    }

    /** The day on which a fact was stated: its own, else its source's, else the one given, else the day to which the folder is known. */
    @Nullable
    LocalDate statedOn(Row row, @Nullable LocalDate own, @Nullable LocalDate otherwise) {
        return own != null ? own : sourceDay(row).orElse(otherwise == null ? latest : otherwise);
    }

    /** The day on which a fact of no program was stated: its source's, else the day to which the folder is known. */
    @Nullable
    LocalDate statedOn(Row row) {
        return sourceDay(row).orElse(latest);
    }

    Stated stated(Row row, @Nullable LocalDate statedOn, @Nullable LocalDate effectiveOn) throws UnusableCellException {
        return new Stated(
                statedOn,
                effectiveOn,
                sourceOf(row),
                row.optionalCode("confidence", Confidence.class),
                null,
                Channel.IMPORTED);
    }
}
