package centralcommand.query.server;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The query service: alone in its process, or beside the others in one. */
@SpringBootApplication
public class QueryApplication {

    /** How the service is started, whoever starts it. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(QueryApplication.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=query");
    }

    public static void main(String[] args) {
        builder().run(args);
    }
}
