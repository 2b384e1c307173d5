package centralcommand.standalone.story;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.Store;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives the tests of one class a running system of their own that holds the shipped sample. The sample is imported once in a
 * test run; every class goes on with a copy of that data folder.
 */
final class WithSample implements ParameterResolver, AfterAllCallback {
    static final Path SHIPPED = Path.of("sample").toAbsolutePath();
    private static final Namespace NAMESPACE = Namespace.create(WithSample.class);

    /** A data folder in which the sample is loaded, of a system that was stopped in good order. */
    record Prepared(Path home) implements AutoCloseable {
        static Prepared prepare() {
            Path home = temporaryFolder();
            try (RunningSystem system = RunningSystem.started(home, SHIPPED)) {
                system.stop();
            }
            return new Prepared(home);
        }

        @Override
        public void close() {
            delete(home);
        }
    }

    private record OfClass(Path home, RunningSystem system) implements AutoCloseable {
        @Override
        public void close() {
            system.close();
            delete(home);
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningSystem.class;
    }

    @Override
    public RunningSystem resolveParameter(ParameterContext parameter, ExtensionContext context) {
        String name = context.getRequiredTestClass().getName();
        return context.getStore(StoreScope.EXECUTION_REQUEST, NAMESPACE)
                .computeIfAbsent(name, ignored -> start(context), OfClass.class)
                .system();
    }

    private static OfClass start(ExtensionContext context) {
        Store run = context.getStore(StoreScope.EXECUTION_REQUEST, NAMESPACE);
        Prepared prepared = run.computeIfAbsent("prepared", ignored -> Prepared.prepare(), Prepared.class);
        Path home = temporaryFolder();
        copy(prepared.home().resolve("data"), home.resolve("data"));
        return new OfClass(home, RunningSystem.started(home, SHIPPED));
    }

    @Override
    public void afterAll(ExtensionContext context) {
        OfClass ended = context.getStore(StoreScope.EXECUTION_REQUEST, NAMESPACE)
                .remove(context.getRequiredTestClass().getName(), OfClass.class);
        if (ended != null) {
            ended.close();
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("central-command-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void copy(Path from, Path to) {
        try (var files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path emptied, java.io.IOException failed) throws IOException {
                    Files.delete(emptied);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
