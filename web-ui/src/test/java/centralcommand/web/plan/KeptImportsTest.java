package centralcommand.web.plan;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.program.ProgramId;
import centralcommand.plans.file.Plan;
import centralcommand.plans.proposal.PlanFile;
import centralcommand.plans.proposal.ProposedImport;
import centralcommand.plans.proposal.ProposedImport.Kind;
import centralcommand.plans.proposal.ProposedImport.Row;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeptImportsTest {
    private static final Instant START = Instant.parse("2027-01-11T15:00:00Z");

    private Instant now = START;
    private final KeptImports kept = new KeptImports(new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    });

    private static ProposedImport proposal(int rows) {
        Row row = new Row(Kind.UNCHANGED, new Plan.Row(1, "A"), "A", "As on file.", "", List.of(), List.of(), null);
        return new ProposedImport(
                PlanFile.of("a.xml", new byte[0]),
                new ProgramId("rer-upton"),
                LocalDate.of(2027, 1, 11),
                List.of(),
                Collections.nCopies(rows, row),
                List.of());
    }

    @Test
    void only_its_owner_finds_it_and_only_for_its_program() {
        String key = kept.keep("energy", proposal(1));

        assertThat(kept.find(key, "energy", "rer-upton")).isPresent();
        assertThat(kept.find(key, "other", "rer-upton")).isEmpty();
        assertThat(kept.find(key, "energy", "rer-other")).isEmpty();
    }

    @Test
    void it_is_kept_for_an_hour_and_not_a_moment_longer() {
        String key = kept.keep("energy", proposal(1));

        now = START.plus(KeptImports.TIME).minusMillis(1);
        assertThat(kept.find(key, "energy", "rer-upton")).isPresent();
        now = START.plus(KeptImports.TIME);
        assertThat(kept.find(key, "energy", "rer-upton")).isEmpty();
    }

    @Test
    void a_second_one_of_the_same_account_takes_the_place_of_the_first() {
        String first = kept.keep("energy", proposal(1));
        String second = kept.keep("energy", proposal(1));

        assertThat(kept.find(first, "energy", "rer-upton")).isEmpty();
        assertThat(kept.find(second, "energy", "rer-upton")).isPresent();
    }

    @Test
    void all_together_are_bounded_and_the_oldest_go_first() {
        String first = kept.keep("a", proposal(KeptImports.MOST_WEIGHT / 2));
        String second = kept.keep("b", proposal(KeptImports.MOST_WEIGHT / 2));
        assertThat(kept.find(first, "a", "rer-upton")).isPresent();

        String third = kept.keep("c", proposal(1));

        assertThat(kept.find(first, "a", "rer-upton")).isEmpty();
        assertThat(kept.find(second, "b", "rer-upton")).isPresent();
        assertThat(kept.find(third, "c", "rer-upton")).isPresent();
    }
}
