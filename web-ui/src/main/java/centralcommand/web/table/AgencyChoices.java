package centralcommand.web.table;

import centralcommand.query.contract.board.Coverage;
import centralcommand.web.table.Filters.Choice;
import centralcommand.web.table.Filters.Filter;
import centralcommand.web.time.FactWording;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Which agencies there are is data: the answer names them. */
public final class AgencyChoices {

    private AgencyChoices() {}

    /** The filters with these agencies to choose from; one that was asked for stays in the list. */
    public static Filters in(Filters filters, Coverage coverage, FactWording facts) {
        List<Choice> choices = Stream.concat(
                        coverage.agencies().stream().map(agency -> new Choice(agency.code(), facts.agency(agency))),
                        Stream.ofNullable(filters.value("agency")).map(code -> new Choice(code, facts.code(code))))
                .distinct()
                .toList();
        return filters.offering(filters.offered().stream()
                .map(filter -> Objects.equals(filter.name(), "agency")
                        ? new Filter("agency", filter.label(), choices)
                        : filter)
                .toList());
    }
}
