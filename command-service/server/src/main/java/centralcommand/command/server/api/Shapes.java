package centralcommand.command.server.api;

import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.contract.shared.Between;
import centralcommand.command.contract.shared.Longest;
import centralcommand.command.contract.shared.Text;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the form of a command off its record: the contract says it once. */
final class Shapes {
    private static final Shape ID = new Shape.Text(
            64,
            "[a-z0-9]+(-[a-z0-9]+)*",
            "an id: lower-case letters, digits and single hyphens, for example \"mp-10x\"");
    private static final Shape AGENCY =
            new Shape.Text(32, "[A-Za-z][A-Za-z_]{1,31}", "an agency code, for example \"ENERGY\"");
    private static final Shape MONEY =
            new Shape.Text(20, "[0-9]{1,15}(\\.[0-9]{1,4})?", "an amount as text, for example \"60.00\"");
    private static final BigDecimal MOST_TONNES = new BigDecimal("999999999.999");

    private final String command;
    private final Descriptions descriptions;

    private Shapes(String command, Descriptions descriptions) {
        this.command = command;
        this.descriptions = descriptions;
    }

    static Shape.Fields of(String command, Class<?> type, Descriptions descriptions) {
        return new Shapes(command, descriptions).fields(type, "");
    }

    private Shape.Fields fields(Class<?> type, String path) {
        return new Shape.Fields(Arrays.stream(type.getRecordComponents())
                .flatMap(component -> field(component, path))
                .toList());
    }

    private Stream<Shape.Field> field(RecordComponent component, String path) {
        if (has(component, JsonUnwrapped.class)) {
            return fields(component.getType(), path).fields().stream();
        }
        String at = path + component.getName();
        return Stream.of(new Shape.Field(
                component.getName(), shape(component, at), isRequired(component), descriptions.of(command, at)));
    }

    private Shape shape(RecordComponent component, String path) {
        Class<?> type = component.getType();
        if (type == String.class) {
            Longest longest = component.getAnnotation(Longest.class);
            return new Shape.Text(longest == null ? Text.PARAGRAPH : longest.value(), null, "text in quotes");
        }
        if (type == List.class) {
            Class<?> item = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return new Shape.ListOf(item(item, path), ClearanceCommand.MOST_ENTRIES);
        }
        Between between = component.getAnnotation(Between.class);
        if (between != null) {
            return new Shape.Whole(between.least(), between.most());
        }
        if (type == BigDecimal.class && has(component, JsonFormat.class)) {
            return MONEY;
        }
        return item(type, path);
    }

    private Shape item(Class<?> type, String path) {
        if (type.isEnum()) {
            return new Shape.Choice(Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList());
        }
        if (type == LocalDate.class) {
            return new Shape.Day();
        }
        if (type == YearMonth.class) {
            return new Shape.Month();
        }
        if (type == Currency.class) {
            return new Shape.CurrencyCode();
        }
        if (type == int.class || type == Integer.class) {
            return new Shape.Whole(0, 1_000_000);
        }
        if (type == long.class || type == Long.class) {
            return new Shape.Whole(1, Long.MAX_VALUE);
        }
        if (type.isRecord()) {
            return ofRecord(type, path);
        }
        throw new IllegalArgumentException("No form is known for " + type.getName() + " at " + command + "." + path);
    }

    /** A record that wraps one value stands for it in JSON. */
    private Shape ofRecord(Class<?> type, String path) {
        RecordComponent[] components = type.getRecordComponents();
        if (components.length != 1 || !has(components[0], JsonValue.class)) {
            return fields(type, path + ".");
        }
        if (components[0].getType() == BigDecimal.class) {
            return new Shape.Amount(BigDecimal.ZERO, MOST_TONNES);
        }
        return type == Agency.class ? AGENCY : ID;
    }

    private static boolean isRequired(RecordComponent component) {
        JsonProperty property = annotation(component, JsonProperty.class);
        boolean hasDefault = property != null && !property.defaultValue().isEmpty();
        return !hasDefault && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static boolean has(RecordComponent component, Class<? extends Annotation> annotation) {
        return annotation(component, annotation) != null;
    }

    /** Jackson's annotations are kept on the accessor: they cannot stand on a record component as such. */
    private static <A extends Annotation> @Nullable A annotation(RecordComponent component, Class<A> annotation) {
        return component.getAccessor().getAnnotation(annotation);
    }
}
