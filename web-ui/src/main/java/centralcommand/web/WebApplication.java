package centralcommand.web;

import java.time.Clock;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** The web user interface, started alone or as one of several contexts in one process. */
@SpringBootApplication(proxyBeanMethods = false)
@ConfigurationPropertiesScan
public class WebApplication {

    /**
     * The application, ready to be run. It reads {@code web.properties} and nothing else, because other contexts in the same
     * process see the same class path; whoever assembles a process may add sources and settings of their own.
     */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(WebApplication.class)
                .properties("spring.config.name=web", "spring.jmx.enabled=false");
    }

    public static void main(String... arguments) {
        builder().run(arguments);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
