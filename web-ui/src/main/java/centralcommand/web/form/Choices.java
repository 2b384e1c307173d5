package centralcommand.web.form;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The constants that a field offers to choose from. */
public final class Choices {
    private Choices() {}

    /** Label by name, in the order of the constants. */
    public static <E extends Enum<E>> Map<String, String> of(E[] constants, Function<E, String> label) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (E constant : constants) {
            choices.put(constant.name(), label.apply(constant));
        }
        return Collections.unmodifiableMap(choices);
    }

    /** The one that was chosen; empty where none was, or what came is none of them. */
    public static <E extends Enum<E>> Optional<E> chosen(E[] constants, @Nullable String name) {
        return Arrays.stream(constants)
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
