package centralcommand.command.server.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import centralcommand.command.contract.catalog.CommandCatalog;
import centralcommand.command.contract.shared.Command;
import centralcommand.command.contract.shared.Text;
import centralcommand.command.server.api.CommandForms.Form;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the published schema says and what the service takes is the same. */
class CommandFormsTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private final CommandForms forms = new CommandForms();
    private final ObjectNode goodCommands = goodCommands();

    private static ObjectNode goodCommands() {
        try (InputStream file = CommandFormsTest.class.getResourceAsStream("/good-commands.json")) {
            return (ObjectNode) JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Form form(String name) {
        return forms.named(name).orElseThrow();
    }

    private Schema schema(String name) {
        return SCHEMAS.getSchema(JSON.writeValueAsString(form(name).shape().schema()));
    }

    private Command read(String name, JsonNode body) {
        return forms.read(form(name), body.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Stream<DynamicTest> eachCommand(Consumer<String> test) {
        return CommandCatalog.COMMANDS.stream()
                .map(type -> DynamicTest.dynamicTest(type.name(), () -> test.accept(type.name())));
    }

    private ObjectNode good(String name) {
        return (ObjectNode) Objects.requireNonNull(goodCommands.get(name)).deepCopy();
    }

    private void isRefusedByBoth(String name, JsonNode body, String code, String field) {
        assertThat(schema(name).validate(body.toString(), InputFormat.JSON))
                .as("schema of " + name + " and " + body)
                .isNotEmpty();
        assertThatThrownBy(() -> read(name, body)).isInstanceOfSatisfying(BadInput.Found.class, found -> {
            assertThat(found.input().code()).isEqualTo(code);
            assertThat(found.input().field()).isEqualTo(field);
            assertThat(found.input().sentence()).contains(field);
        });
    }

    @TestFactory
    Stream<DynamicTest> a_good_command_is_taken_and_written_back_the_same() {
        return eachCommand(name -> {
            assertThat(schema(name).validate(good(name).toString(), InputFormat.JSON))
                    .isEmpty();
            Command command = read(name, good(name));
            JsonNode written = JSON.valueToTree(command);
            assertThat(schema(name).validate(written.toString(), InputFormat.JSON))
                    .as("what a client writes from the record is taken too")
                    .isEmpty();
            assertThat(read(name, written)).isEqualTo(command);
        });
    }

    @TestFactory
    Stream<DynamicTest> what_is_required_is_missed_and_what_is_not_is_not() {
        return eachCommand(name -> form(name).shape().fields().forEach(field -> {
            ObjectNode without = good(name);
            without.remove(field.name());
            ObjectNode empty = good(name);
            empty.putNull(field.name());
            if (field.required()) {
                isRefusedByBoth(name, without, "MISSING_FIELD", field.name());
                isRefusedByBoth(name, empty, "MISSING_FIELD", field.name());
            } else if (!field.name().startsWith("start")) {
                read(name, without);
                read(name, empty);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> what_has_another_type_or_no_meaning_is_refused_with_its_place() {
        return eachCommand(name -> {
            form(name).shape().fields().forEach(field -> {
                ObjectNode wrong = good(name);
                wrong.put(field.name(), true);
                isRefusedByBoth(name, wrong, "WRONG_TYPE", field.name());
            });
            ObjectNode more = good(name);
            more.put("surprise", 1);
            isRefusedByBoth(name, more, "UNKNOWN_FIELD", "surprise");
        });
    }

    @Test
    void a_margin_may_be_promised_like_any_other_milestone() {
        ObjectNode baseline = good("propose-baseline");
        ((ObjectNode) baseline.get("milestones").get(1)).put("kind", "MARGIN");
        assertThat(schema("propose-baseline").validate(baseline.toString(), InputFormat.JSON))
                .isEmpty();
        read("propose-baseline", baseline);
    }

    @Test
    void what_stands_inside_has_its_path() {
        ObjectNode funding = good("record-funding");
        ((ObjectNode) funding.get("amount")).put("amount", 60);
        isRefusedByBoth("record-funding", funding, "WRONG_TYPE", "amount.amount");
        ObjectNode baseline = good("propose-baseline");
        ((ObjectNode) baseline.get("milestones").get(1)).put("titel", "x");
        isRefusedByBoth("propose-baseline", baseline, "UNKNOWN_FIELD", "milestones[1].titel");
        ObjectNode link = good("link-milestones");
        ((ObjectNode) link.get("to")).put("milestoneId", "Not An Id");
        isRefusedByBoth("link-milestones", link, "INVALID_VALUE", "to.milestoneId");
    }

    @Test
    void what_the_contract_itself_refuses_has_its_place_too() {
        ObjectNode currency = good("record-funding");
        ((ObjectNode) currency.get("amount")).put("amount", "60.001");
        assertThatThrownBy(() -> read("record-funding", currency))
                .isInstanceOfSatisfying(BadInput.Found.class, found -> {
                    assertThat(found.input().code()).isEqualTo("INVALID_VALUE");
                    assertThat(found.input().field()).isEqualTo("amount.amount");
                    assertThat(found.input().sentence()).startsWith("amount has more decimals than USD has");
                });
        ObjectNode blank = good("suspend-program");
        blank.put("reason", "  ");
        assertThatThrownBy(() -> read("suspend-program", blank))
                .isInstanceOfSatisfying(
                        BadInput.Found.class,
                        found -> assertThat(found.input().field()).isEqualTo("reason"));
        ObjectNode nowhere = good("link-milestones");
        nowhere.putObject("to").put("externalParty", "Another state");
        assertThatThrownBy(() -> read("link-milestones", nowhere)).isInstanceOf(BadInput.Found.class);
    }

    @TestFactory
    Stream<DynamicTest> a_text_may_be_as_long_as_the_schema_says_and_no_longer() {
        return eachCommand(name -> form(name).shape().fields().stream()
                .filter(field -> field.shape() instanceof Shape.Text text && text.pattern() == null)
                .forEach(field -> {
                    int longest = ((Shape.Text) field.shape()).longest();
                    assertThat(longest).isIn(Text.LINE, Text.PARAGRAPH);
                    ObjectNode body = good(name);
                    body.put(field.name(), "x".repeat(longest));
                    read(name, body);
                    body.put(field.name(), "x".repeat(longest + 1));
                    isRefusedByBoth(name, body, "INVALID_VALUE", field.name());
                }));
    }

    @Test
    void characters_that_are_no_text_are_refused() {
        for (String bad : List.of("a\u0000b", "\ud800", "bell\u0007")) {
            ObjectNode body = good("suspend-program");
            body.put("reason", bad);
            assertThatThrownBy(() -> forms.read(
                            form("suspend-program"),
                            body.toString().replace("\ud800", "\\ud800").getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(BadInput.Found.class);
        }
        ObjectNode lines = good("suspend-program");
        lines.put("reason", "First line.\nSecond line; „quoted“ — 稀土.");
        read("suspend-program", lines);
    }

    @Test
    void numbers_without_end_are_refused() {
        for (String tonnes : List.of("1e999999999", "-1", "1000000000", "1e-999999999")) {
            String body = good("report-production").toString().replace("\"tonnes\":0", "\"tonnes\":" + tonnes);
            assertThatThrownBy(() -> forms.read(form("report-production"), body.getBytes(StandardCharsets.UTF_8)))
                    .as(tonnes)
                    .isInstanceOf(BadInput.Found.class);
        }
    }

    @Test
    void fields_stand_in_the_order_of_the_form() {
        assertThat(form("report-forecast").shape().fields().stream().map(Shape.Field::name))
                .containsExactly(
                        "programId",
                        "milestoneId",
                        "date",
                        "precision",
                        "asStated",
                        "cause",
                        "causeBasis",
                        "narrative",
                        "statedOn",
                        "effectiveOn",
                        "source",
                        "confidence",
                        "marking",
                        "channel");
    }
}
