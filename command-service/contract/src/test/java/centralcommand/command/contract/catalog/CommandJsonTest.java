package centralcommand.command.contract.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.contract.schedule.ScheduleCommand.ReportForecast;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class CommandJsonTest {
    private final JsonMapper json = JsonMapper.builder().build();

    @Test
    void provenance_fields_stand_at_the_top_level_of_a_command() {
        ReportForecast command = json.readValue("""
                {"programId":"ucore-smc","milestoneId":"ucore-first-prod","date":"2026-08-15","precision":"HALF",
                 "statedOn":"2025-05-19","source":"filing","marking":"CUI"}""", ReportForecast.class);
        assertThat(command.stated().statedOn()).isEqualTo(LocalDate.of(2025, 5, 19));
        assertThat(json.readTree(json.writeValueAsString(command)).get("source").asString())
                .isEqualTo("filing");
        ReportForecast plain = json.readValue("""
                {"programId":"ucore-smc","milestoneId":"ucore-first-prod","date":"2026-08-15"}""", ReportForecast.class);
        assertThat(plain.stated().source()).isNull();
    }

    @Test
    void money_is_text_in_json() {
        RecordFunding f = json.readValue("""
                {"fundingId":"a","programId":"b","instrument":"LOAN","payer":"DoD","amount":{"amount":"60.00","currency":"USD"},"column":"SAID"}""", RecordFunding.class);
        assertThat(json.writeValueAsString(f)).contains("\"amount\":{\"amount\":\"60.00\",\"currency\":\"USD\"}");
    }
}
