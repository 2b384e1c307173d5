package centralcommand.verify.source;

import centralcommand.verify.proof.Sha256;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** A proof as {@code GET /api/ledger/inclusion} and {@code /consistency} answer it. Hashes are 32 bytes, in the file 64 hexadecimal digits. */
@SuppressWarnings("ArrayRecordComponent") // They are read once and never compared.
public sealed interface ProofFile {
    /** Two for each level of a tree with as many leaves as there are numbers. */
    int MOST_HASHES = 128;

    /** That a commit is in the tree of so many. */
    record Inclusion(long position, long commit, byte[] hash, long size, byte[] root, List<byte[]> proof)
            implements ProofFile {}

    /** That the tree of the first so many commits grew into the later one. */
    record Consistency(long from, byte[] fromRoot, long to, byte[] toRoot, List<byte[]> proof) implements ProofFile {}

    /** It is no proof; the message says why. */
    final class MalformedProofException extends Exception {
        private static final long serialVersionUID = 1L;

        MalformedProofException(String message) {
            super(message);
        }
    }

    /** Strict: a field that is not known could be what somebody relies on. */
    static ProofFile parse(String json) throws MalformedProofException {
        try (var parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            var fields = new Fields(fields(parser));
            if (fields.areNamed("position", "commit", "hash", "size", "root", "proof")) {
                return new Inclusion(
                        fields.number("position"),
                        fields.number("commit"),
                        fields.hash("hash"),
                        fields.number("size"),
                        fields.hash("root"),
                        fields.hashes("proof"));
            }
            if (fields.areNamed("from", "fromRoot", "to", "toRoot", "proof")) {
                return new Consistency(
                        fields.number("from"),
                        fields.hash("fromRoot"),
                        fields.number("to"),
                        fields.hash("toRoot"),
                        fields.hashes("proof"));
            }
        } catch (JacksonException e) {
            throw new MalformedProofException("it is no JSON object of numbers, texts and lists of texts");
        }
        throw new MalformedProofException("it has not the fields of a proof of inclusion or of consistency");
    }

    private static Map<String, Object> fields(JsonParser parser) throws MalformedProofException {
        var fields = new HashMap<String, Object>();
        require(parser.nextToken() == JsonToken.START_OBJECT);
        for (var name = parser.nextName(); name != null; name = parser.nextName()) {
            var value = switch (parser.nextToken()) {
                case VALUE_NUMBER_INT -> parser.getLongValue();
                case VALUE_STRING -> parser.getString();
                case START_ARRAY -> texts(parser);
                default -> throw new MalformedProofException("%s is no number, text or list".formatted(name));
            };
            if (fields.put(name, value) != null) {
                throw new MalformedProofException("%s stands there twice".formatted(name));
            }
        }
        require(parser.currentToken() == JsonToken.END_OBJECT && parser.nextToken() == null);
        return fields;
    }

    private static List<String> texts(JsonParser parser) throws MalformedProofException {
        var texts = new ArrayList<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            require(parser.currentToken() == JsonToken.VALUE_STRING && texts.size() < MOST_HASHES);
            texts.add(parser.getString());
        }
        return texts;
    }

    private static void require(boolean isObject) throws MalformedProofException {
        if (!isObject) {
            throw new MalformedProofException("it is no JSON object of numbers, texts and lists of texts");
        }
    }

    /** Values by name. */
    record Fields(Map<String, Object> values) {
        boolean areNamed(String... names) {
            return values.keySet().equals(Set.of(names));
        }

        long number(String name) throws MalformedProofException {
            if (values.get(name) instanceof Long number) {
                return number;
            }
            throw new MalformedProofException("%s is no number".formatted(name));
        }

        byte[] hash(String name) throws MalformedProofException {
            return hash(name, values.get(name));
        }

        List<byte[]> hashes(String name) throws MalformedProofException {
            if (!(values.get(name) instanceof List<?> texts)) {
                throw new MalformedProofException("%s is no list".formatted(name));
            }
            var hashes = new ArrayList<byte[]>();
            for (var text : texts) {
                hashes.add(hash(name, text));
            }
            return hashes;
        }

        private static byte[] hash(String name, @Nullable Object value) throws MalformedProofException {
            if (value instanceof String text && text.length() == 2 * Sha256.LENGTH) {
                try {
                    return HexFormat.of().parseHex(text);
                } catch (IllegalArgumentException e) {
                    // Said below.
                }
            }
            throw new MalformedProofException("%s is no hash of 64 hexadecimal digits".formatted(name));
        }
    }
}
