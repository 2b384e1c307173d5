package centralcommand.command.contract.shared;

import centralcommand.command.contract.shared.Provenance.Channel;
import centralcommand.command.contract.shared.Provenance.Confidence;
import centralcommand.command.contract.shared.Provenance.Marking;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The provenance fields of a command, at the top level of its JSON. What is left out is filled in when the command is
 * carried out.
 *
 * @param statedOn day on which it was said; today where left out; never in the future
 * @param effectiveOn day on which it is or was true, where that differs
 * @param source document, page or person, as text
 * @param confidence HIGH where left out
 * @param marking NONE where left out
 * @param channel TYPED where left out
 */
public record Stated(
        @Nullable LocalDate statedOn,
        @Nullable LocalDate effectiveOn,
        @Nullable String source,
        @Nullable Confidence confidence,
        @Nullable Marking marking,
        @Nullable Channel channel) {

    public Stated {
        statedOn = Days.optional("statedOn", statedOn);
        effectiveOn = Days.optional("effectiveOn", effectiveOn);
        source = Text.bounded("source", source, Text.PARAGRAPH);
    }

    /** Nothing said: today, by the sender, without a source. */
    public static final Stated PLAIN = new Stated(null, null, null, null, null, null);

    /** The day on which it was stated, {@code today} where none was given. */
    public LocalDate statedOn(LocalDate today) {
        return statedOn == null ? today : statedOn;
    }

    /** The provenance that is stored. */
    public Provenance provenance(LocalDate today) {
        return new Provenance(
                statedOn(today),
                effectiveOn,
                source == null ? "" : source,
                confidence == null ? Confidence.HIGH : confidence,
                marking == null ? Marking.NONE : marking,
                channel == null ? Channel.TYPED : channel);
    }
}
