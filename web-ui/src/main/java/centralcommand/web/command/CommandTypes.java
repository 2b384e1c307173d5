package centralcommand.web.command;

import java.util.List;

/** The answer of {@code GET /api/commands}. */
record CommandTypes(List<CommandType> commands) {}
