package centralcommand.command.server.program;

import centralcommand.command.contract.program.ProgramEvent;
import centralcommand.command.contract.program.ProgramId;
import centralcommand.command.contract.schedule.ActivityCommand;
import centralcommand.command.contract.schedule.ScheduleEvent;
import centralcommand.command.contract.shared.Role;
import centralcommand.command.server.decision.Actor;
import centralcommand.command.server.decision.Context;
import centralcommand.command.server.decision.ProgramStanding;
import centralcommand.command.server.directory.Directory;
import centralcommand.command.server.directory.Fact;
import centralcommand.command.server.schedule.Notices;
import centralcommand.command.server.schedule.Schedule;
import io.vavr.collection.Map;
import io.vavr.collection.TreeMap;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every program with its dates, up to one position: what the system looks at when a day has come. A value on persistent maps.
 *
 * @param files by id
 */
public record Programs(long position, Map<ProgramId, File> files) {

    /** Under which the system acts; no account and no token can. */
    public static final Actor SYSTEM = new Actor("system", null, Set.of(Role.SYSTEM));

    /** Nothing is recorded yet. */
    public static final Programs NONE = new Programs(0, TreeMap.empty(Comparator.comparing(ProgramId::value)));

    /** What one stream says. */
    record File(Program program, Schedule schedule) {
        static final File EMPTY = new File(new Program.Unknown(), Schedule.NONE);
    }

    /** What is known once one more event is. */
    public Programs evolve(Fact fact) {
        return new Programs(
                fact.position(),
                switch (fact.event()) {
                    case ProgramEvent e -> {
                        File file = file(e.programId());
                        yield files.put(
                                e.programId(),
                                new File(Program.evolve(file.program(), e, fact.sequence()), file.schedule()));
                    }
                    case ScheduleEvent e -> {
                        File file = file(e.programId());
                        yield files.put(
                                e.programId(),
                                new File(file.program(), file.schedule().evolve(e, fact.sequence())));
                    }
                    default -> files;
                });
    }

    private File file(ProgramId id) {
        return files.getOrElse(id, File.EMPTY);
    }

    /**
     * Every notice that is due on that day, by program and milestone.
     *
     * @param directory at least as new as this
     */
    public List<ActivityCommand> due(Directory directory, LocalDate today) {
        Context context = new Context(today, SYSTEM, OptionalLong.empty(), directory);
        return files.values().toJavaStream().flatMap(file -> due(file, context)).toList();
    }

    private static Stream<ActivityCommand> due(File file, Context context) {
        ProgramStanding standing = Program.standing(file.program(), context);
        return standing == null ? Stream.empty() : new Notices(file.schedule(), standing, context).due().stream();
    }
}
