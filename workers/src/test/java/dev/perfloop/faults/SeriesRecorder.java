package dev.perfloop.faults;

import dev.perfloop.load.ProfilingDrive;
import dev.perfloop.run.RunId;
import dev.perfloop.support.Database;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.StringJoiner;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPOutputStream;
import org.HdrHistogram.Histogram;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records alike load tests of the real shop, second by second and request by request, for the verdict benchmark. All draw the same
 * requests in the same order; one more that comes first warms up and is not kept. Whatever else the machine does meanwhile is in them, as it would be in a user's.
 *
 * <p>Arguments: tests (default 12), seconds of steady load (default 30), arrivals a second (default 200), file to write, and what
 * is asked: {@code light} requests of a third of a millisecond (default), or {@code working} ones, which scan tables.
 */
public final class SeriesRecorder {
    private static final RunId RUN = new RunId("recorded");

    private SeriesRecorder() {}

    public static void main(String[] args) throws Exception {
        int tests = Integer.parseInt(args[0]);
        int seconds = Integer.parseInt(args[1]);
        int rate = Integer.parseInt(args[2]);
        Path file = Path.of(args[3]);
        var load = "working".equals(args[4]) ? FaultSet.workingLoad() : FaultSet.healthyLoad();
        var work = Files.createTempDirectory("perfloop-recorder");
        var ours = Database.migrated();
        try (var shop = new FaultShop(work);
                var rooms = FaultHouse.open(ours, work, seconds)) {
            var jdbc = JdbcClient.create(ours);
            register(jdbc, FaultTarget.of(load.rate(rate), shop));
            // As the profiling load is in a run: it finds code that is not compiled yet, and is like no other.
            drive(rooms, jdbc, 0);
            jdbc.sql("UPDATE load_test SET status = 'INVALID', invalid_reason = 'warms up'")
                    .update();
            int valid = 0;
            for (int attempt = 1; valid < tests && attempt <= 2 * tests; attempt++) {
                valid += drive(rooms, jdbc, attempt) ? 1 : 0;
            }
            write(jdbc, file);
            System.out.println(valid + " tests of " + seconds + " s at " + rate + "/s in " + file);
        }
        System.exit(0);
    }

    private static boolean drive(ConfigurableApplicationContext rooms, JdbcClient ours, long jobKey)
            throws IOException, InterruptedException {
        boolean valid = ProfilingDrive.drive(rooms, RUN, jobKey);
        System.out.println(ours.sql("""
                        SELECT status || ' p95 ' || COALESCE(result -> 'all' ->> 'p95Ms', '?') || ' ' || COALESCE(invalid_reason, '')
                        FROM load_test ORDER BY started_at DESC LIMIT 1""").query(String.class).single());
        return valid;
    }

    private static void register(JdbcClient ours, String target) {
        ours.sql("INSERT INTO target VALUES ('faults', :it, 'x', now(), now())")
                .param("it", target)
                .update();
        ours.sql("""
                        INSERT INTO run (id, target, target_definition, intensity, status, requested_by, requested_at)
                        VALUES (:run, 'faults', :it, 'QUICK', 'RUNNING', 'operator', now())""").param("run", RUN.value()).param("it", target).update();
    }

    private static void write(JdbcClient ours, Path file) throws IOException {
        try (var out = new BufferedWriter(
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.US_ASCII))) {
            out.write("test,second,request,requests,errors,latencies in microseconds\n");
            ours.sql("""
                            SELECT dense_rank() OVER (ORDER BY t.started_at, t.id) AS test,
                                   extract(epoch FROM w.second - t.steady_from)::int AS second,
                                   w.request, w.count, w.errors, w.histogram
                            FROM load_test t
                            JOIN load_window w ON w.load_test_id = t.id
                            WHERE t.status = 'VALID' AND w.second >= t.steady_from AND w.request <> ''
                            ORDER BY 1, 2, 3""")
                    .query((row, n) -> "%d,%d,%s,%d,%d,%s%n"
                            .formatted(
                                    row.getInt("test"),
                                    row.getInt("second"),
                                    row.getString("request"),
                                    row.getInt("count"),
                                    row.getInt("errors"),
                                    latencies(row.getBytes("histogram"))))
                    .list()
                    .forEach(line -> append(out, line));
        }
    }

    private static void append(BufferedWriter out, String line) {
        try {
            out.write(line);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private static String latencies(byte[] encoded) {
        try {
            var micros = new StringJoiner(" ");
            for (var value : Histogram.decodeFromCompressedByteBuffer(ByteBuffer.wrap(encoded), 0)
                    .recordedValues()) {
                for (long i = 0; i < value.getCountAtValueIteratedTo(); i++) {
                    micros.add(String.valueOf(value.getValueIteratedTo()));
                }
            }
            return micros.toString();
        } catch (DataFormatException damaged) {
            throw new IllegalStateException(damaged);
        }
    }
}
