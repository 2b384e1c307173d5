package centralcommand.command.contract.shared;

/** What a person asks. Its name on the wire is its class name in kebab-case: {@code ReportForecast} is {@code report-forecast}. */
public interface Command {}
