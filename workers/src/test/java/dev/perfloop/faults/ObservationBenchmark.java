package dev.perfloop.faults;

import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import oshi.SystemInfo;

/**
 * What taking a profile costs the target: the same load on the real shop, without and with everything that is looked at (SQL
 * sampling, counters, flight recording, metrics, host), in pairs of blocks, the first of a pair by turns the one and the other.
 *
 * <p>Arguments: pairs (default 5), seconds of steady load a block (default 40), arrivals a second (default 1000).
 */
public final class ObservationBenchmark {
    private static final double GOAL = 1.02;

    /** All but the latencies are of one request; CPU and thousands of instructions are of the service and its database. */
    private record Block(double kilo, double serviceKilo, double cpuMs, double serviceCpuMs, double p50, double p99) {}

    private ObservationBenchmark() {}

    public static void main(String[] args) throws Exception {
        int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 5;
        int seconds = args.length > 1 ? Integer.parseInt(args[1]) : 40;
        int rate = args.length > 2 ? Integer.parseInt(args[2]) : 1000;
        var work = Files.createTempDirectory("perfloop-observation");
        var ours = Database.migrated();
        List<Block> without = new ArrayList<>();
        List<Block> with = new ArrayList<>();
        try (var shop = new FaultShop(work);
                var rooms = FaultHouse.open(ours, work, seconds)) {
            var jdbc = JdbcClient.create(ours);
            var diagnosing = new Diagnosing(rooms, jdbc);
            var load = FaultSet.healthyLoad().rate(rate);
            String target = FaultTarget.of(load, shop);
            block(diagnosing, jdbc, shop, target, 1, true);
            for (int pair = 0; pair < pairs; pair++) {
                boolean observedFirst = pair % 2 == 1;
                for (boolean observed : new boolean[] {observedFirst, !observedFirst}) {
                    long number = 2L + 2L * pair + (observed == observedFirst ? 0 : 1);
                    (observed ? with : without).add(block(diagnosing, jdbc, shop, target, number, observed));
                }
            }
        }
        report(without, with);
        System.exit(0);
    }

    private static Block block(
            Diagnosing diagnosing, JdbcClient ours, FaultShop shop, String target, long number, boolean observed)
            throws Exception {
        var run = new RunId("observation-" + number);
        var service = new CpuTime(shop.processId());
        var database = new CpuTime(listening(shop.databasePort()));
        double serviceBefore = service.seconds();
        double databaseBefore = database.seconds();
        var serviceCount = Instructions.of(shop.processId());
        var databaseCount = Instructions.of(database.root());
        if (observed) {
            diagnosing.observed(run, number, target);
        } else {
            diagnosing.unobserved(run, number, target);
        }
        double serviceInstructions = serviceCount.stop();
        double instructions = serviceInstructions + databaseCount.stop();
        double serviceUsed = service.seconds() - serviceBefore;
        double used = serviceUsed + database.seconds() - databaseBefore;
        var block = ours.sql("""
                        SELECT (SELECT sum(count) FROM load_window w WHERE w.load_test_id = t.id) AS requests,
                               (result -> 'all' ->> 'p50Ms')::float8 AS p50,
                               (result -> 'all' ->> 'p99Ms')::float8 AS p99
                        FROM load_test t
                        WHERE run_id = :run AND status = 'VALID'""")
                .param("run", run.value())
                .query((row, n) -> new Block(
                        instructions / 1000 / row.getLong("requests"),
                        serviceInstructions / 1000 / row.getLong("requests"),
                        1000 * used / row.getLong("requests"),
                        1000 * serviceUsed / row.getLong("requests"),
                        row.getDouble("p50"),
                        row.getDouble("p99")))
                .single();
        System.out.println((observed ? "with    " : "without ") + block);
        return block;
    }

    private static long listening(int port) {
        return new SystemInfo()
                .getOperatingSystem().getInternetProtocolStats().getConnections().stream()
                        .filter(it -> it.getLocalPort() == port
                                && it.getState().name().equals("LISTEN"))
                        .findFirst()
                        .orElseThrow()
                        .getowningProcessId();
    }

    private static void report(List<Block> without, List<Block> with) {
        System.out.println(
                "\n| | without, median | with, median | ratio of the pairs: median (least to most) | goal |");
        System.out.println("|---|---|---|---|---|");
        line("instructions a request, service and database, thousands", without, with, Block::kilo);
        line("instructions a request, service alone, thousands", without, with, Block::serviceKilo);
        line("CPU a request, service and database, ms", without, with, Block::cpuMs);
        line("CPU a request, service alone, ms", without, with, Block::serviceCpuMs);
        line("p50, ms", without, with, Block::p50);
        line("p99, ms", without, with, Block::p99);
    }

    private static void line(String name, List<Block> without, List<Block> with, ToDoubleFunction<Block> figure) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < with.size(); i++) {
            double ratio = figure.applyAsDouble(with.get(i)) / figure.applyAsDouble(without.get(i));
            if (!Double.isNaN(ratio)) {
                ratios.add(ratio);
            }
        }
        if (ratios.isEmpty()) {
            System.out.println("| " + name + " | not counted on this machine | | | |");
            return;
        }
        ratios.sort(null);
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f | %.2f | %.3f (%.3f to %.3f) | %.2f |%n",
                name,
                median(counted(without, figure)),
                median(counted(with, figure)),
                median(ratios),
                ratios.getFirst(),
                ratios.getLast(),
                GOAL);
    }

    private static List<Double> counted(List<Block> blocks, ToDoubleFunction<Block> figure) {
        return blocks.stream()
                .map(figure::applyAsDouble)
                .filter(value -> !value.isNaN())
                .sorted()
                .toList();
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
