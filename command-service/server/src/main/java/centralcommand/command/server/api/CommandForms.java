package centralcommand.command.server.api;

import centralcommand.command.contract.catalog.CommandCatalog;
import centralcommand.command.contract.catalog.CommandCatalog.CommandType;
import centralcommand.command.contract.shared.Command;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The form of every command, and how its JSON becomes a command. */
final class CommandForms {
    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private final Map<String, Form> forms = new LinkedHashMap<>();

    /** @param type what the catalog says of it */
    record Form(CommandType type, Shape.Fields shape) {}

    CommandForms() {
        Descriptions descriptions = new Descriptions();
        for (CommandType type : CommandCatalog.COMMANDS) {
            forms.put(type.name(), new Form(type, Shapes.of(type.name(), type.type(), descriptions)));
        }
    }

    List<Form> all() {
        return List.copyOf(forms.values());
    }

    Optional<Form> named(String name) {
        return Optional.ofNullable(forms.get(name));
    }

    /** @throws BadInput.Found where the body is no such command */
    Command read(Form form, byte[] body) {
        JsonNode tree = tree(body);
        form.shape().check(tree, "");
        try {
            return json.treeToValue(tree, form.type().type());
        } catch (JacksonException e) {
            throw new BadInput.Found(invalid(tree, e));
        }
    }

    private JsonNode tree(byte[] body) {
        try {
            JsonNode tree = json.readTree(body);
            if (tree.isMissingNode()) {
                throw new BadInput.Found(BadInput.malformed("The body is empty. Send the command as a JSON object."));
            }
            return tree;
        } catch (JacksonException e) {
            throw new BadInput.Found(BadInput.malformed(unreadable(e)));
        }
    }

    /** In words of ours: the library's name its own classes and settings. */
    private static String unreadable(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        String where = location == null
                ? ""
                : " at line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
        return sentence(e).formatted(where);
    }

    private static String sentence(JacksonException e) {
        if (e instanceof StreamConstraintsException) {
            return "The body is nested too deep, or a name, number or text in it is too long%s. Send only what the command's schema asks for.";
        }
        if (e instanceof DatabindException) {
            return "Something follows the command%s. Send one JSON object and nothing after it.";
        }
        return e.getOriginalMessage().startsWith("Duplicate ")
                ? "The same field is written twice%s. Write each field once."
                : "The body is not JSON%s. Send the command as one JSON object.";
    }

    /** The contract's values say themselves what they do not take, in a sentence that begins with the field where it is one of several. */
    private static BadInput invalid(JsonNode tree, JacksonException e) {
        Throwable cause = e;
        while (cause.getCause() != null && !(cause instanceof IllegalArgumentException)) {
            cause = cause.getCause();
        }
        StringBuilder path = new StringBuilder();
        JsonNode at = tree;
        for (JacksonException.Reference reference : e.getPath()) {
            String name = reference.getPropertyName();
            at = name == null ? at.path(reference.getIndex()) : at.path(name);
            path.append(name == null ? "[" + reference.getIndex() + "]" : (path.isEmpty() ? "" : ".") + name);
        }
        String said = cause instanceof JacksonException ? null : cause.getMessage();
        String first = said == null ? "" : said.split(" ", 2)[0];
        if (at.has(first)) {
            path.append(path.isEmpty() ? "" : ".").append(first);
        }
        String sentence = said == null
                ? "%s has a value that the command does not take. Write one as the command's schema says."
                        .formatted(path.isEmpty() ? "The body" : path)
                : said;
        return BadInput.invalid(sentence, path.isEmpty() ? null : path.toString());
    }
}
