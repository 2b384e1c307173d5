package centralcommand.web.desk;

import centralcommand.command.contract.handoff.HandoffCommand.RequestHandoff;
import centralcommand.command.contract.handoff.HandoffId;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.MilestoneId;
import centralcommand.command.contract.shared.Precision;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Stated;
import centralcommand.command.contract.shared.Text;
import centralcommand.web.form.Choices;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What one program asks of another, as it stands in the form. */
record HandoffRequestForm(
        @Nullable String commandId,

        @NotBlank(message = "Choose the program that gives.")
        @Pattern(regexp = ID, message = "This is not the id of a program.")
        @Nullable
        String fromProgramId,

        @Pattern(regexp = ID, message = "This is not the id of a milestone.") @Nullable
        String fromMilestoneId,

        @NotBlank(message = "Choose the program that receives.")
        @Pattern(regexp = ID, message = "This is not the id of a program.")
        @Nullable
        String toProgramId,

        @NotBlank(message = "Choose the milestone that waits for it.")
        @Pattern(regexp = ID, message = "This is not the id of a milestone.")
        @Nullable
        String toMilestoneId,

        @NotBlank(message = "Say in one line what is handed over.")
        @Size(max = Text.LINE, message = "Shorten this to {max} characters.")
        @Nullable
        String deliverable,

        @Nullable String neededBy,
        @Nullable String precision,

        @Size(max = Text.PARAGRAPH, message = "Shorten this to {max} characters.") @Nullable
        String source,

        @Nullable String marking) {
    private static final String ID = "(?=.{0,64}$)([a-z0-9]+(-[a-z0-9]+)*)?";
    private static final int LONGEST_NAME = 40;
    private static final int SUFFIX = 8;

    Optional<LocalDate> day() {
        return neededBy == null ? Optional.empty() : TypedDay.of(neededBy.strip());
    }

    /** What is sent, once nothing is missing. */
    RequestHandoff command(String sentAs) {
        String what = Objects.requireNonNull(deliverable).strip();
        return new RequestHandoff(
                id(what, sentAs),
                new ProgramId(given(fromProgramId).orElseThrow()),
                given(fromMilestoneId).map(MilestoneId::new).orElse(null),
                new ProgramId(given(toProgramId).orElseThrow()),
                new MilestoneId(given(toMilestoneId).orElseThrow()),
                what,
                day().orElseThrow(),
                Choices.chosen(Precision.values(), precision).orElse(null),
                new Stated(
                        null,
                        null,
                        given(source).orElse(null),
                        null,
                        Choices.chosen(Marking.values(), marking).orElse(null),
                        null));
    }

    /** An id that people can read, and that is the same however often the form is sent: {@code 200-t-of-ore-3f2a91c0}. */
    static HandoffId id(String deliverable, String sentAs) {
        String words = deliverable.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String name = words.substring(0, Math.min(LONGEST_NAME, words.length())).replaceAll("^-|-$", "");
        String suffix = UUID.nameUUIDFromBytes(sentAs.getBytes(StandardCharsets.UTF_8))
                .toString()
                .substring(0, SUFFIX);
        return new HandoffId(name.isEmpty() ? suffix : name + "-" + suffix);
    }

    static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }
}
