package centralcommand.web.command;

import static org.assertj.core.api.Assertions.assertThat;

import centralcommand.web.command.FormField.Group;
import centralcommand.web.command.FormField.Input;
import centralcommand.web.command.FormField.Kind;
import centralcommand.web.command.FormField.Lines;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SchemaFormTest {
    private static final JsonNode SCHEMA = JsonMapper.shared().readTree("""
                    {"type":"object","required":["programId","milestones","column"],
                     "properties":{
                       "programId":{"type":"string","maxLength":64,"description":"Id of the program."},
                       "column":{"enum":["SAID","PAID"]},
                       "year":{"type":["integer","null"]},
                       "narrative":{"type":"string","maxLength":2000},
                       "month":{"type":"string","format":"year-month"},
                       "channel":{"enum":["TYPED","IMPORTED"]},
                       "amount":{"$ref":"#/$defs/Money"},
                       "milestones":{"type":"array","items":{"type":"object","required":["title"],
                         "properties":{"title":{"type":"string"},"date":{"type":"string","format":"date"}}}},
                       "positions":{"type":"array","items":{"type":"integer"}}},
                     "$defs":{"Money":{"type":"object","properties":{"amount":{"type":"string"},"currency":{"type":"string"}}}}}""");

    @Test
    void a_field_is_asked_for_in_the_way_its_values_are_typed_and_the_channel_is_not_asked_for() {
        List<FormField> fields = SchemaForm.fields(SCHEMA, Map.of(), Map.of());

        assertThat(fields)
                .extracting(FormField::path)
                .containsExactly(
                        "programId", "column", "year", "narrative", "month", "amount", "milestones", "positions");
        assertThat(fields.stream().filter(Input.class::isInstance).map(field -> ((Input) field).kind()))
                .containsExactly(Kind.TEXT, Kind.CHOICE, Kind.NUMBER, Kind.PARAGRAPH, Kind.MONTH);
        assertThat(fields.get(0)).returns("Program id", FormField::label).returns(true, FormField::required);
        assertThat(((Group) fields.get(5)).fields())
                .extracting(FormField::path)
                .containsExactly("amount.amount", "amount.currency");
    }

    @Test
    void a_list_shows_one_line_until_more_are_asked_for_or_typed() {
        Map<String, String> typed = Map.of("milestones[2].title", "First oxides");

        assertThat(lines(Map.of(), Map.of())).hasSize(1);
        assertThat(lines(Map.of(), Map.of("milestones", 4))).hasSize(4);
        assertThat(lines(typed, Map.of())).hasSize(3);
        assertThat(lines(Map.of(), Map.of("milestones", 1_000_000))).hasSize(50);
    }

    @Test
    void what_is_left_empty_is_left_out_of_the_command() {
        Map<String, Object> body = SchemaForm.body(
                SCHEMA,
                Map.of(
                        "programId", " ucore-smc ",
                        "year", "2027",
                        "narrative", "  ",
                        "milestones[0].title", "First oxides",
                        "milestones[1].date", "2027-06-30",
                        "positions[0]", "12"));

        assertThat(body)
                .isEqualTo(Map.of(
                        "programId",
                        "ucore-smc",
                        "year",
                        new BigDecimal("2027"),
                        "milestones",
                        List.of(Map.of("title", "First oxides"), Map.of("date", "2027-06-30")),
                        "positions",
                        List.of(new BigDecimal("12"))));
    }

    @Test
    void text_in_a_number_is_sent_as_it_was_typed_so_that_the_service_can_name_the_field() {
        assertThat(SchemaForm.body(SCHEMA, Map.of("year", "next year"))).containsEntry("year", "next year");
    }

    @Test
    void a_value_stands_at_its_own_field() {
        Lines milestones = (Lines) SchemaForm.fields(SCHEMA, Map.of("milestones[0].title", "x"), Map.of())
                .get(6);

        Input title = (Input) ((Group) milestones.lines().getFirst()).fields().getFirst();
        assertThat(title.value()).isEqualTo("x");
        assertThat(title.name()).isEqualTo("values['milestones[0].title']");
        assertThat(title.asked()).isEqualTo("Title");
    }

    @Test
    void a_group_that_may_be_left_out_is_asked_for_only_once_something_in_it_is_typed() {
        JsonNode schema = JsonMapper.shared().readTree("""
                        {"type":"object","required":["lines"],"properties":{
                          "amount":{"type":["object","null"],"required":["amount","currency"],"properties":{
                            "amount":{"type":"string","pattern":"^[0-9]{1,15}(\\\\.[0-9]{1,4})?$"},
                            "currency":{"type":"string","pattern":"^[A-Z]{3}$","maxLength":3}}},
                          "lines":{"type":"array","items":{"type":"integer"}}}}""");

        assertThat(sentences(schema, Map.of())).containsExactly("Give the line 1.");
        assertThat(sentences(schema, Map.of("lines[1]", "7"))).isEmpty();
        assertThat(sentences(schema, Map.of("amount.amount", "lots", "lines[0]", "1.5")))
                .containsExactly(
                        "Write the amount in this form: 60.00.",
                        "Give the currency.",
                        "Give the line 1 as a whole number, for example 1000.");
        assertThat(sentences(schema, Map.of("amount.amount", "5", "amount.currency", "DOLLAR", "lines[0]", "1")))
                .containsExactly("Shorten the currency to at most 3 characters.");
    }

    @Test
    void a_hint_names_an_option_in_the_words_in_which_it_is_offered() {
        JsonNode schema = JsonMapper.shared().readTree("""
                        {"type":"object","properties":{"policy":{"type":"string","enum":["BY_APPROVER","AT_ONCE"],
                          "description":"BY_APPROVER where an approver releases, AT_ONCE where nobody does."}}}""");

        assertThat(SchemaForm.fields(schema, Map.of(), Map.of()).getFirst().hint())
                .isEqualTo("“By approver” where an approver releases, “At once” where nobody does.");
    }

    private static List<String> sentences(JsonNode schema, Map<String, String> typed) {
        return FieldCheck.of(SchemaForm.fields(schema, typed, Map.of())).stream()
                .map(FieldCheck.Finding::sentence)
                .toList();
    }

    @Test
    void a_choice_is_offered_in_words() {
        Input column = (Input) SchemaForm.fields(SCHEMA, Map.of(), Map.of()).get(1);

        assertThat(column.choices()).containsExactly(Map.entry("SAID", "Said"), Map.entry("PAID", "Paid"));
        assertThat(SchemaForm.words("LOAN_GUARANTEE")).isEqualTo("Loan guarantee");
    }

    private static List<FormField> lines(Map<String, String> typed, Map<String, Integer> counts) {
        return ((Lines) SchemaForm.fields(SCHEMA, typed, counts).get(6)).lines();
    }
}
