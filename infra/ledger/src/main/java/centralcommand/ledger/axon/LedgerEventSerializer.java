package centralcommand.ledger.axon;

import static java.util.Objects.requireNonNull;

import centralcommand.ledger.EventCodec;
import centralcommand.ledger.EventNames.Name;
import java.util.Map;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.ChainingConverter;
import org.axonframework.serialization.Converter;
import org.axonframework.serialization.SerializationException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SerializedType;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.axonframework.serialization.SimpleSerializedType;
import org.axonframework.serialization.jackson3.ByteArrayToJsonNodeConverter;
import org.axonframework.serialization.jackson3.JsonNodeToByteArrayConverter;
import org.axonframework.serialization.jackson3.JsonNodeToObjectNodeConverter;
import org.axonframework.serialization.jackson3.ObjectNodeToJsonNodeConverter;
import org.jspecify.annotations.Nullable;

/**
 * The {@link EventCodec} as Axon wants it: events under their logical names, metadata as strings, and nothing else, so that no class
 * name that stands in a ledger can ever be loaded. Its converter lets upcasters work on {@code JsonNode} or {@code ObjectNode}.
 */
public final class LedgerEventSerializer implements Serializer {
    private static final String METADATA = MetaData.class.getName();

    private final EventCodec codec;
    private final ChainingConverter converter = new ChainingConverter();

    public LedgerEventSerializer(EventCodec codec) {
        this.codec = codec;
        converter.registerConverter(new JsonNodeToByteArrayConverter(codec.mapper()));
        converter.registerConverter(new ByteArrayToJsonNodeConverter(codec.mapper()));
        converter.registerConverter(new JsonNodeToObjectNodeConverter());
        converter.registerConverter(new ObjectNodeToJsonNodeConverter());
    }

    @Override
    public <T> SerializedObject<T> serialize(@Nullable Object object, Class<T> expectedRepresentation) {
        requireNonNull(object, "An event must say something.");
        var json = object instanceof MetaData metaData ? codec.metadata(metaData) : codec.payload(object);
        return new SimpleSerializedObject<>(
                converter.convert(json, expectedRepresentation),
                expectedRepresentation,
                typeForClass(object.getClass()));
    }

    @Override
    public <T> boolean canSerializeTo(Class<T> expectedRepresentation) {
        return converter.canConvert(byte[].class, expectedRepresentation);
    }

    @Override
    @SuppressWarnings("unchecked") // Axon asks for whatever the stored type stands for.
    public <S, T> T deserialize(SerializedObject<S> serialized) {
        var type = serialized.getType();
        var json = converter.convert(serialized, byte[].class).getData();
        if (METADATA.equals(type.getName())) {
            Map<String, String> metadata = codec.metadata(json);
            return (T) MetaData.from(metadata);
        }
        return (T) codec.payload(type.getName(), revision(type), json, "a place that is not known");
    }

    @Override
    public Class<?> classForType(SerializedType type) {
        if (METADATA.equals(type.getName())) {
            return MetaData.class;
        }
        return codec.names()
                .classOf(type.getName())
                .orElseThrow(() -> new SerializationException("No event of type %s, revision %s, is known here."
                        .formatted(type.getName(), type.getRevision())));
    }

    @Override
    @SuppressWarnings("rawtypes") // So Axon declares it.
    public SerializedType typeForClass(@Nullable Class type) {
        if (MetaData.class.equals(type)) {
            return new SimpleSerializedType(METADATA, null);
        }
        Name name = codec.names().nameOf((Class<?>) requireNonNull(type));
        return new SimpleSerializedType(name.type(), String.valueOf(name.revision()));
    }

    @Override
    public Converter getConverter() {
        return converter;
    }

    static int revision(SerializedType type) {
        try {
            return Integer.parseInt(type.getRevision());
        } catch (NumberFormatException e) {
            throw new SerializationException(
                    "The revision %s of %s is no number; an upcaster must give one."
                            .formatted(type.getRevision(), type.getName()),
                    e);
        }
    }
}
