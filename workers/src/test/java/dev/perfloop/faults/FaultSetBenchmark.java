package dev.perfloop.faults;

import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Switches each fault of the set on in the real shop, runs a diagnosis under load and prints where the right cause ranks.
 * Ends with 1 when a bar is missed: right cause first in 90 %, among the first three in 97 %, no alarm on a control.
 *
 * <p>Arguments: a regular expression that the names of the cases to run contain (default all), seconds of steady load
 * (default 20).
 */
public final class FaultSetBenchmark {
    private FaultSetBenchmark() {}

    public static void main(String[] args) throws Exception {
        var wanted = Pattern.compile(args.length > 0 ? args[0] : "");
        int steady = args.length > 1 ? Integer.parseInt(args[1]) : 20;
        var work = Files.createTempDirectory("perfloop-faults");
        List<Score> scores = new ArrayList<>();
        var ours = Database.migrated();
        try (var shop = new FaultShop(work);
                var rooms = FaultHouse.open(ours, work, steady)) {
            var diagnosing = new Diagnosing(rooms, JdbcClient.create(ours));
            for (var fault : FaultSet.all()) {
                if (wanted.matcher(fault.name()).find()) {
                    scores.add(run(fault, shop, diagnosing, scores.size() + 1));
                }
            }
        }
        System.exit(report(scores) ? 0 : 1);
    }

    private static Score run(Fault fault, FaultShop shop, Diagnosing diagnosing, int number)
            throws SQLException, IOException {
        long began = System.nanoTime();
        try (var admin = shop.connect()) {
            for (String sql : fault.on()) {
                FaultShop.execute(admin, sql);
            }
            shop.reconnect();
            FaultShop.execute(admin, "SELECT pg_stat_statements_reset()");
            try (var disturbance = new Disturbance(fault, shop)) {
                var result = diagnosing.of(new RunId("fault-" + number), number, FaultTarget.of(fault, shop));
                var score = Score.of(fault, result, (System.nanoTime() - began) / 1e9);
                System.out.println("\n" + line(score));
                result.findings().forEach(finding -> {
                    System.out.println("    " + finding.rank() + " " + Score.word(finding));
                    if (finding.proposal() instanceof Proposal.CreateIndex index) {
                        System.out.println("        proposes " + index);
                    }
                    if (finding.evidence().trial() instanceof Evidence.Trial trial) {
                        System.out.println("        tried " + trial);
                    }
                });
                return score;
            } catch (Exception failure) {
                failure.printStackTrace();
                return new Score(fault, fault.healthy() ? 99 : 0, "failed: " + failure.getMessage(), 0);
            } finally {
                for (String sql : fault.off()) {
                    FaultShop.execute(admin, sql);
                }
            }
        }
    }

    private static boolean report(List<Score> scores) {
        var faults = scores.stream().filter(score -> !score.fault().healthy()).toList();
        var controls = scores.stream().filter(score -> score.fault().healthy()).toList();
        System.out.println("\n| Case | Right cause ranks | First finding |\n|---|---|---|");
        scores.forEach(score -> System.out.println(line(score)));
        double first = share(faults.stream().filter(Score::right).count(), faults.size());
        double three = share(faults.stream().filter(Score::inTopThree).count(), faults.size());
        long alarms = controls.stream().filter(score -> !score.right()).count();
        System.out.printf(
                Locale.ROOT,
                "%n%d faults: right cause first in %.0f %%, among the first three in %.0f %%. %d controls: %d with an alarm.%n",
                faults.size(),
                100 * first,
                100 * three,
                controls.size(),
                alarms);
        return first >= 0.9 && three >= 0.97 && alarms == 0;
    }

    private static double share(long part, long of) {
        return of == 0 ? 1 : (double) part / of;
    }

    private static String line(Score score) {
        String rank = score.fault().healthy()
                ? score.right() ? "no alarm" : "ALARM"
                : score.rank() == 0 ? "not found" : String.valueOf(score.rank());
        String first = score.first().replace("|", "\\|");
        return "| %s | %s | %s |"
                .formatted(score.fault().name(), rank, first.length() > 150 ? first.substring(0, 150) + "…" : first);
    }
}
