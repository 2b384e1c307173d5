package centralcommand.web.plan;

import centralcommand.plans.file.Limits;
import centralcommand.plans.file.ScheduleFiles;
import centralcommand.web.api.CommandApi;
import centralcommand.web.api.QueryApi;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The parts of these pages that know no framework. */
@Configuration(proxyBeanMethods = false)
class PlanConfiguration {

    @Bean
    ScheduleFiles scheduleFiles() {
        return new ScheduleFiles(Limits.USUAL);
    }

    @Bean
    KeptImports keptImports(Clock clock) {
        return new KeptImports(clock);
    }

    @Bean
    ProgramRecord programRecord(QueryApi queries) {
        return new ProgramRecord(queries);
    }

    @Bean
    ImportSending importSending(CommandApi commands) {
        return new ImportSending(commands);
    }
}
