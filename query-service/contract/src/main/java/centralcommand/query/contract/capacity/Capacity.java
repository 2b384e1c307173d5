package centralcommand.query.contract.capacity;

import centralcommand.command.contract.capacity.CapacityId;
import centralcommand.command.contract.capacity.Material;
import centralcommand.command.contract.capacity.TargetId;
import centralcommand.command.contract.capacity.TargetKind;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Provenance.Marking;
import centralcommand.command.contract.shared.Tonnes;
import centralcommand.query.contract.board.Coverage;
import centralcommand.query.contract.shared.EntryStatus;
import centralcommand.query.contract.shared.Standpoint;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/capacity}: filters {@code material, stage, year, agency, programId}. Kinds and materials are never added to each other.
 *
 * @param bindingStage the stage that holds the chain back, in one sentence that says how it was found; empty where figures do not allow one
 */
public record Capacity(
        @JsonUnwrapped Standpoint standpoint,
        Coverage coverage,
        String bindingStage,
        List<Group> groups,
        List<Row> rows) {

    /**
     * One material at one stage in one year, against its targets.
     *
     * @param year absent for figures whose year is not stated
     * @param planned plans that name this year or an earlier one, cumulated; figures contained in or superseded by others left out
     * @param nameplate installed by then
     * @param actual made in that year
     * @param leftOut pledges left out because another contains or supersedes them, and designs
     * @param targets national figures for the year
     * @param figure id for {@code /api/lineage}; a kind is appended for one figure: {@code ….planned}
     */
    public record Group(
            Material material,
            Stage stage,
            @Nullable Integer year,
            @Nullable Tonnes planned,
            @Nullable Tonnes nameplate,
            @Nullable Tonnes actual,
            int leftOut,
            List<Target> targets,
            String figure) {}

    /** A national figure; tonnes absent where the goal names none. */
    public record Target(
            TargetId targetId,
            TargetKind kind,
            @Nullable Tonnes tonnesPerYear,
            String basis,
            LocalDate statedOn,
            long position) {}

    /**
     * One pledge or report of production.
     *
     * @param kind PLANNED, NAMEPLATE, DESIGN or ACTUAL
     * @param counted whether it is part of its group's figure
     * @param leftOutBecause why it is not, else empty
     * @param status where its entry stands: SUBMITTED is seen by its agency and by auditors only, so they are told
     * @param marking of its entry
     */
    public record Row(
            CapacityId capacityId,
            ProgramId programId,
            String programName,
            Agency agency,
            Material material,
            Stage stage,
            Tonnes tonnes,
            @Nullable Integer year,
            String kind,
            boolean counted,
            String leftOutBecause,
            String note,
            LocalDate statedOn,
            long position,
            EntryStatus status,
            Marking marking,
            String figure) {}
}
