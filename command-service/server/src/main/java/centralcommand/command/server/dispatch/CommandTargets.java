package centralcommand.command.server.dispatch;

import centralcommand.command.contract.calendar.CalendarCommand;
import centralcommand.command.contract.capacity.CapacityCommand;
import centralcommand.command.contract.clearance.ClearanceCommand;
import centralcommand.command.contract.funding.RecordFunding;
import centralcommand.command.contract.handoff.HandoffCommand;
import centralcommand.command.contract.organization.RegisterOrganization;
import centralcommand.command.contract.program.ProgramCommand;
import centralcommand.command.contract.schedule.ScheduleCommand;
import centralcommand.command.contract.shared.Agency;
import centralcommand.command.server.directory.Streams;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.VersionedAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** Which stream a command is about, read from its record, so that the contract needs no Axon. */
public final class CommandTargets implements CommandTargetResolver {

    @Override
    public VersionedAggregateIdentifier resolveTarget(CommandMessage<?> command) {
        return new VersionedAggregateIdentifier(stream(command), null);
    }

    private static String stream(CommandMessage<?> message) {
        return switch (message.getPayload()) {
            case RegisterOrganization c -> Streams.of(c.organizationId());
            case ProgramCommand c -> Streams.of(c.programId());
            case ScheduleCommand.OfProgram c -> Streams.of(c.programId());
            case CapacityCommand.PledgeCapacity c -> Streams.of(c.programId());
            case CapacityCommand.ReportProduction c -> Streams.of(c.programId());
            case CapacityCommand.SetCapacityTarget c -> Streams.of(c.targetId());
            case HandoffCommand c -> Streams.of(c.handoffId());
            case CalendarCommand c -> Streams.of(c.closureId());
            case RecordFunding c -> Streams.of(c.fundingId());
            case ClearanceCommand c -> Streams.clearanceOf(agency(c, message.getMetaData()));
            default ->
                throw new IllegalArgumentException(message.getPayloadType().getName() + " is about no single stream.");
        };
    }

    /** What names entries only is about those of the sender's agency. */
    private static Agency agency(ClearanceCommand command, MetaData metadata) {
        Agency named = switch (command) {
            case ClearanceCommand.SetReleasePolicy c -> c.agency();
            case ClearanceCommand.CertifyPeriod c -> c.agency();
            case ClearanceCommand.ReleaseEntries c -> ofSender(metadata);
            case ClearanceCommand.WithdrawEntry c -> ofSender(metadata);
            case ClearanceCommand.CorrectEntry c -> ofSender(metadata);
        };
        if (named == null) {
            throw new IllegalArgumentException("Only those who act for an agency may send this.");
        }
        return named;
    }

    private static @Nullable Agency ofSender(MetaData metadata) {
        return CommandMetadata.actor(metadata).agency();
    }
}
