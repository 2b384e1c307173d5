package centralcommand.standalone.sample;

import centralcommand.command.contract.organization.OrganizationId;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.contract.program.LineOfEffort;
import centralcommand.command.contract.program.ProgramCommand.ProposeProgram;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.program.Stage;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Precision;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Programs, and the bodies that truly lead them. */
final class ProgramRows {
    private static final String NO_LEAD = "none found";
    private static final int LONGEST_ID = 64;

    /** The departments that report, each from the day on which it has held its name; days here begin with 1900. */
    static final List<RegisterOrganization> DEPARTMENTS = List.of(
            department("Department of Defense", "DEFENSE", LocalDate.of(1949, 8, 10)),
            department("Department of Energy", "ENERGY", LocalDate.of(1977, 10, 1)),
            department("Department of the Interior", "INTERIOR", LocalDate.of(1900, 1, 1)),
            department("Department of Commerce", "COMMERCE", LocalDate.of(1913, 3, 4)));

    /** @param earliest the first day on which a program of it was stated */
    private record LeadOrganization(String name, Agency sponsor, LocalDate earliest, Row row) {
        LeadOrganization alsoOn(LocalDate day) {
            return day.isBefore(earliest) ? new LeadOrganization(name, sponsor, day, row) : this;
        }
    }

    private final Folder folder;
    private final Map<OrganizationId, LeadOrganization> leads = new LinkedHashMap<>();

    ProgramRows(Folder folder) {
        this.folder = folder;
    }

    List<Step> steps(Row row) throws UnusableCellException {
        ProgramId programId = row.as("program_id", ProgramId::new);
        Agency agency = agency(row, "lead_agency", row.text("lead_agency"));
        LocalDate startsOn = row.day("start_date");
        LocalDate own = row.day("stated_on");
        LocalDate statedOn = own != null ? own : folder.sourceDay(row).orElse(startsOn);
        OrganizationId lead = leadOrganization(row, agency, statedOn);
        List<Agency> supporting = new ArrayList<>();
        for (String code : row.list("supporting_agencies")) {
            supporting.add(agency(row, "supporting_agencies", code));
        }
        ProposeProgram command = new ProposeProgram(
                programId,
                row.text("name"),
                row.text("performer"),
                agency,
                lead,
                supporting,
                row.code("line_of_effort", LineOfEffort.class),
                row.code("stage", Stage.class),
                row.optional("state_or_country"),
                startsOn,
                row.optionalCode("start_precision", Precision.class),
                row.text("description"),
                folder.stated(row, statedOn, null));
        folder.program(programId.value(), agency, statedOn);
        return List.of(new Step(
                agency,
                programId.value(),
                command,
                Step.dayOf(statedOn),
                row,
                Set.of(programId.value()),
                lead == null ? Set.of() : Set.of(lead.value()),
                Step.Then.PROGRAM_IS_APPROVED));
    }

    /** One registration for each body that a program names as its true lead. */
    List<Step> leadOrganizations() {
        List<Step> steps = new ArrayList<>();
        leads.forEach((id, lead) -> steps.add(new Step(
                null,
                id.value(),
                new RegisterOrganization(id, lead.name, null, null, lead.sponsor, lead.earliest),
                lead.earliest,
                lead.row,
                Set.of(id.value()),
                Set.of(),
                Step.Then.NOTHING)));
        return steps;
    }

    private @Nullable OrganizationId leadOrganization(Row row, Agency leadAgency, @Nullable LocalDate statedOn)
            throws UnusableCellException {
        String name = row.optional("actual_lead");
        if (name == null || name.toLowerCase(Locale.ROOT).startsWith(NO_LEAD)) {
            return null;
        }
        OrganizationId id = row.as("actual_lead", ProgramRows::idOf);
        if (DEPARTMENTS.stream()
                .anyMatch(department -> department.organizationId().equals(id))) {
            return id;
        }
        if (statedOn == null) {
            throw new UnusableCellException(
                    "stated_on", "is empty, and neither the source nor the start says from when the lead is known.");
        }
        String sponsor = row.optional("sponsor");
        LeadOrganization known = leads.get(id);
        leads.put(
                id,
                known != null
                        ? known.alsoOn(statedOn)
                        : new LeadOrganization(
                                name, sponsor == null ? leadAgency : agency(row, "sponsor", sponsor), statedOn, row));
        return id;
    }

    private static Agency agency(Row row, String column, String code) throws UnusableCellException {
        return Sender.AGENCIES.stream()
                .filter(agency -> agency.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new UnusableCellException(
                        column,
                        Row.quoted(code) + " is not an agency with a sample account: use DEFENSE, ENERGY, INTERIOR or"
                                + " COMMERCE."));
    }

    private static RegisterOrganization department(String name, String agency, LocalDate since) {
        return new RegisterOrganization(idOf(name), name, null, new Agency(agency), null, since);
    }

    /** "Treasury / IRS" is {@code treasury-irs}. */
    static OrganizationId idOf(String name) {
        String words = Normalizer.normalize(name, Normalizer.Form.NFD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String id = words.length() <= LONGEST_ID
                ? words
                : words.substring(0, LONGEST_ID).replaceAll("-[^-]*$", "");
        return new OrganizationId(id);
    }
}
