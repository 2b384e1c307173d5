package centralcommand.query.contract.program;

import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/programs}: filters {@code agency, lineOfEffort, stage, status, q}; {@code after}, {@code limit}; sorted by name. */
public record Programs(
        @JsonUnwrapped Standpoint standpoint,
        Coverage coverage,
        List<ProgramRow> rows,
        int total,
        @Nullable String next) {}
