package centralcommand.command.server;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The command service: alone in its process, or beside the others in one. */
@SpringBootApplication
public class CommandApplication {

    /** How the service is started, whoever starts it. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(CommandApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=command");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
