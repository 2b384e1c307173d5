package centralcommand.verify.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Reads a document whose types may be wrong: what is wrong is noted and read as nothing. */
final class MongoDocument {
    private final BsonDocument document;
    private final List<String> defects;

    MongoDocument(BsonDocument document) {
        this(document, new ArrayList<>());
    }

    private MongoDocument(BsonDocument document, List<String> defects) {
        this.document = document;
        this.defects = defects;
    }

    /** What was found to be wrong so far. */
    List<String> defects() {
        return defects;
    }

    long number(String field, BsonType type) {
        var value = document.get(field);
        if (value == null || value.getBsonType() != type) {
            wrong(field, type);
        }
        return value != null && value.isNumber() ? value.asNumber().longValue() : 0;
    }

    byte[] text(String field) {
        var value = document.get(field);
        if (value == null || !value.isString()) {
            wrong(field, BsonType.STRING);
            return new byte[0];
        }
        var text = value.asString().getValue();
        // The driver has replaced what was no UTF-8; then the hash shows it, unless this very sign stood there before.
        return Utf8.bytes(text);
    }

    byte[] bytes(String field) {
        var bytes = bytesOrNull(field);
        if (bytes == null) {
            wrong(field, BsonType.BINARY);
            return new byte[0];
        }
        return bytes;
    }

    byte @Nullable [] bytesOrNull(String field) {
        var value = document.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isBinary()) {
            wrong(field, BsonType.BINARY);
            return null;
        }
        return value.asBinary().getData();
    }

    @Nullable
    MongoDocument documentOrNull(String field) {
        var value = document.get(field);
        if (value == null) {
            return null;
        }
        if (!value.isDocument()) {
            wrong(field, BsonType.DOCUMENT);
            return null;
        }
        return new MongoDocument(value.asDocument(), defects);
    }

    List<MongoDocument> documents(String field) {
        var value = document.get(field);
        if (value == null || !value.isArray()) {
            wrong(field, BsonType.ARRAY);
        }
        var documents = new ArrayList<MongoDocument>(2);
        for (var element : value != null && value.isArray() ? value.asArray() : new BsonArray()) {
            if (element.isDocument()) {
                documents.add(new MongoDocument(element.asDocument(), defects));
            } else {
                wrong(field, BsonType.DOCUMENT);
            }
        }
        return documents;
    }

    private void wrong(String field, BsonType type) {
        if (defects.size() < 5) {
            defects.add("%s is missing or not of type %s"
                    .formatted(field, type.name().toLowerCase(Locale.ROOT)));
        }
    }
}
