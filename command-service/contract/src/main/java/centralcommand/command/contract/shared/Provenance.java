package centralcommand.command.contract.shared;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a reported fact comes from. An event that carries a provenance is an <em>entry</em>: an agency's entry is seen
 * by others only once it is released.
 *
 * @param statedOn day on which it was said or reported; the day it was recorded where a command gives none
 * @param effectiveOn day on which it is or was true, where that differs
 * @param source document, page or person, as text; possibly empty where a person speaks for the agency
 * @param confidence how far the source carries it
 * @param marking who besides the agency may see it once it is released
 * @param channel typed in a form, or imported from a file
 */
public record Provenance(
        LocalDate statedOn,
        @Nullable LocalDate effectiveOn,
        String source,
        Confidence confidence,
        Marking marking,
        Channel channel) {

    public Provenance {
        source = Text.optional("source", source, Text.PARAGRAPH);
    }

    /** How far a source carries a fact. */
    public enum Confidence {
        /** A clear statement in a filing, an agency's page or a solid report. */
        HIGH,
        /** One secondary source, or an approximate day. */
        MEDIUM,
        /** Conflicting or weakly sourced. */
        LOW
    }

    /** Handling of an entry. Other agencies never see what is pre-decisional or proprietary. */
    public enum Marking {
        NONE,
        PRE_DECISIONAL,
        CUI,
        PROPRIETARY
    }

    /** How an entry came in. */
    public enum Channel {
        TYPED,
        IMPORTED
    }
}
