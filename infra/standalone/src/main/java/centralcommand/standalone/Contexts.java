package centralcommand.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.Banner;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Several Spring contexts in one process: started side by side, stopped one after the other in the order they were given. */
final class Contexts implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Contexts.class);

    /**
     * One of them.
     *
     * @param name     of its settings file
     * @param settings come before every file and variable: a {@code SERVER_PORT} in the environment would else move all three
     * @param shared   puts in what the contexts share
     */
    record Part(
            String name,
            Class<?> application,
            Map<String, String> settings,
            Consumer<GenericApplicationContext> shared) {}

    private final List<Part> parts;
    private final List<ConfigurableApplicationContext> known = new ArrayList<>();

    Contexts(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Returns when all have started, or throws what stopped the first of them. */
    void start() throws InterruptedException {
        try (ExecutorService starters = Executors.newFixedThreadPool(parts.size())) {
            List<Future<?>> starts = parts.stream()
                    .<Future<?>>map(part -> starters.submit(() -> start(part)))
                    .toList();
            for (Future<?> start : starts) {
                start.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private void start(Part part) {
        Thread.currentThread().setName("start-" + part.name());
        new SpringApplicationBuilder(part.application())
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .initializers(context -> {
                    remember(context);
                    part.shared().accept((GenericApplicationContext) context);
                })
                .run(arguments(part));
    }

    /** Known before it has started, so that a stop during the start finds it too. */
    private synchronized void remember(ConfigurableApplicationContext context) {
        known.add(context);
    }

    private static String[] arguments(Part part) {
        return Stream.concat(
                        Stream.of("--spring.config.name=" + part.name(), "--spring.jmx.enabled=false"),
                        part.settings().entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue()))
                .toArray(String[]::new);
    }

    @Override
    public void close() {
        for (Part part : parts) {
            inOrder().stream()
                    .filter(context ->
                            part.name().equals(context.getEnvironment().getProperty("spring.config.name")))
                    .forEach(context -> close(part, context));
        }
    }

    private synchronized List<ConfigurableApplicationContext> inOrder() {
        return List.copyOf(known);
    }

    private static void close(Part part, ConfigurableApplicationContext context) {
        try {
            context.close();
            LOG.info("Stopped {}", part.name());
        } catch (RuntimeException e) {
            LOG.error("{} did not stop cleanly", part.name(), e);
        }
    }
}
