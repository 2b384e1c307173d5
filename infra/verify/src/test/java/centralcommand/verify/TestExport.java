package centralcommand.verify;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes a ledger as lines of JSON. */
final class TestExport {
    private TestExport() {}

    static List<String> lines(TestLedger ledger) {
        var lines = new ArrayList<String>();
        lines.add("{\"ledger\":\"central-command\",\"format\":1}");
        for (var i = 0; i < ledger.commits.size(); i++) {
            lines.add(line(ledger.commits.get(i), ledger.hashes.get(i)));
        }
        for (var note : ledger.notes) {
            lines.add("{\"note\":%s,\"size\":%d,\"text\":%s}"
                    .formatted(quoted(note.kind()), note.size(), quoted(note.text())));
        }
        lines.add("{\"end\":true,\"commits\":%d,\"events\":%d,\"root\":\"%s\"}"
                .formatted(
                        ledger.commits.size(),
                        ledger.events(),
                        HexFormat.of().formatHex(ledger.root(ledger.commits.size()))));
        return lines;
    }

    static String line(TestLedger.Commit commit, byte[] hash) {
        var line = new StringBuilder("{\"commit\":%d,\"first\":%d,\"epoch\":%d,\"recordedAt\":%d,"
                .formatted(commit.number(), commit.first(), commit.epoch(), commit.recordedAt()));
        var command = commit.command();
        if (command != null) {
            line.append("\"command\":{\"actor\":%s,\"id\":%s,\"body\":%s},"
                    .formatted(quoted(command.actor()), quoted(command.id()), quoted(command.body())));
        }
        line.append("\"events\":[");
        for (var event : commit.events()) {
            line.append("{\"id\":%s,\"stream\":%s,\"sequence\":%d,\"type\":%s,\"revision\":%d,%s,%s},"
                    .formatted(
                            quoted(event.id()),
                            quoted(event.stream()),
                            event.sequence(),
                            quoted(event.type()),
                            event.revision(),
                            content("payload", event.payload()),
                            content("metadata", event.metadata())));
        }
        if (!commit.events().isEmpty()) {
            line.setLength(line.length() - 1);
        }
        return line + "],\"hash\":\"" + HexFormat.of().formatHex(hash) + "\"}";
    }

    private static String content(String name, byte[] bytes) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return "\"%s\":%s".formatted(name, quoted(text));
        } catch (CharacterCodingException e) {
            return "\"%sBase64\":\"%s\"".formatted(name, Base64.getEncoder().encodeToString(bytes));
        }
    }

    private static String quoted(String text) {
        var quoted = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "\"" + quoted + "\"";
    }

    static Path write(Path file, List<String> lines) throws IOException {
        var bytes = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
        if (file.toString().endsWith(".gz")) {
            try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(bytes);
            }
        } else {
            Files.write(file, bytes);
        }
        return file;
    }
}
