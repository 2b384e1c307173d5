package centralcommand.command.server.funding;

import static centralcommand.command.server.decision.History.STAFF;
import static centralcommand.command.server.decision.History.TODAY;
import static centralcommand.command.server.decision.Samples.PLANT;
import static centralcommand.command.server.dispatch.Fixtures.by;

import centralcommand.command.contract.funding.FundingColumn;
import centralcommand.command.contract.funding.FundingId;
import centralcommand.command.contract.funding.FundingRecorded;
import centralcommand.command.contract.funding.Instrument;
import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.server.decision.CommonRejections;
import centralcommand.command.server.decision.History;
import centralcommand.command.server.decision.Samples;
import centralcommand.command.server.dispatch.Fixtures;
import org.junit.jupiter.api.Test;

class FundingAggregateTest {

    @Test
    void record_funding() {
        FundingId id = new FundingId("loan");
        RecordFunding command = new RecordFunding(
                id,
                PLANT,
                Instrument.LOAN,
                "DOE",
                null,
                null,
                FundingColumn.SAID,
                null,
                null,
                null,
                null,
                null,
                Samples.stated(TODAY));
        FundingRecorded event = new FundingRecorded(
                id,
                PLANT,
                Instrument.LOAN,
                "DOE",
                "",
                null,
                FundingColumn.SAID,
                "",
                "",
                null,
                null,
                "",
                Samples.said(TODAY));
        History history = Samples.underWay();
        Fixtures.of(FundingAggregate.class, history)
                .givenNoPriorActivity()
                .when(command, by(STAFF))
                .expectEvents(event);
        history.record(STAFF, event);
        Fixtures.of(FundingAggregate.class, history)
                .given(event)
                .when(command, by(STAFF))
                .expectNoEvents()
                .expectExceptionDetails(CommonRejections.idTaken("loan", "fundingId"));
    }
}
