package centralcommand.benchmarks.product;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Whole commands over HTTP, with token, rights, rules and a durable append: {@code APP-FOLDER [callers [seconds [rounds [java options…]]]]}. */
final class HttpBenchmark {
    private static final int PROGRAMS = 256;
    private static final int WARM_UP_SECONDS = 15;

    private HttpBenchmark() {}

    static void main(String[] arguments) throws Exception {
        var callers = Integer.parseInt(arguments[1]);
        var seconds = Integer.parseInt(arguments[2]);
        var rounds = Integer.parseInt(arguments[3]);
        var home = Files.createTempDirectory("http-benchmark-");
        try (var product = new Product(
                Path.of(arguments[0]),
                home.resolve("data"),
                21_000,
                List.of(arguments).subList(4, arguments.length))) {
            var reports = new Reports(product, "load", PROGRAMS);
            System.out.printf("Preparing %d programs.%n", PROGRAMS);
            reports.prepare();
            measure(product, reports, "warm-up", callers, WARM_UP_SECONDS);
            for (var round = 1; round <= rounds; round++) {
                for (var count : new int[] {1, callers}) {
                    System.out.printf(
                            "round %d, %s%n", round, measure(product, reports, "round-" + round, count, seconds));
                }
            }
        }
    }

    record Measured(int callers, double perSecond, double p50, double p99, double most) {
        @Override
        public String toString() {
            return "%d callers: %.0f commands/s, p50 %.1f ms, p99 %.1f ms, most %.1f ms"
                    .formatted(callers, perSecond, p50, p99, most);
        }
    }

    private static Measured measure(Product product, Reports reports, String name, int callers, int seconds)
            throws IOException, InterruptedException, ExecutionException {
        var token = reports.token("energy");
        var end = System.nanoTime() + seconds * 1_000_000_000L;
        try (var threads = Executors.newFixedThreadPool(callers)) {
            var running = new ArrayList<Future<long[]>>();
            for (var caller = 0; caller < callers; caller++) {
                var own = caller;
                running.add(threads.submit(
                        () -> callUntil(end, product, reports, token, name + "-" + callers, own, callers)));
            }
            var all = new ArrayList<long[]>();
            for (var each : running) {
                all.add(each.get());
            }
            var nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
            return new Measured(
                    callers,
                    (double) nanos.length / seconds,
                    nanos[nanos.length / 2] / 1e6,
                    nanos[(int) (nanos.length * 0.99)] / 1e6,
                    nanos[nanos.length - 1] / 1e6);
        }
    }

    private static long[] callUntil(
            long end, Product product, Reports reports, String token, String name, int caller, int callers)
            throws IOException {
        var latencies = new long[1_000_000];
        var count = 0;
        try (var http = new HttpCaller(product.commandPort())) {
            for (long number = 0; System.nanoTime() < end; number++) {
                var program = (int) ((caller + number * callers) % PROGRAMS);
                var sent = System.nanoTime();
                var answer = reports.send(
                        http, token, "%s-%d-%d".formatted(name, caller, number), program, number * 7 + callers);
                Reports.done(answer);
                latencies[count++] = System.nanoTime() - sent;
            }
        }
        return Arrays.copyOf(latencies, count);
    }
}
