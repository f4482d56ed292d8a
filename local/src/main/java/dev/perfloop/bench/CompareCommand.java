package dev.perfloop.bench;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.validation.TurnComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "compare",
        description = {
            "Times two implementations in turns and says which is faster, with the statistics of a verdict.",
            "A and B are URLs, SQL statements (with --jdbc), or commands."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:there is an answer", "2:one of them fails", "3:more rounds are needed"})
final class CompareCommand implements Callable<Integer> {
    private static final int INCONCLUSIVE = 3;

    @Parameters(index = "0", paramLabel = "A")
    private String a = "";

    @Parameters(index = "1", paramLabel = "B")
    private String b = "";

    @Option(names = "--jdbc", paramLabel = "URL", description = "A and B are statements for this database.")
    private @Nullable String jdbc;

    @Option(names = "--rounds", defaultValue = "60", description = "Blocks of either; default ${DEFAULT-VALUE}.")
    private int rounds;

    @Option(names = "--block", defaultValue = "10", description = "Calls of a block; default ${DEFAULT-VALUE}.")
    private int block;

    @Option(
            names = "--warm-up",
            defaultValue = "10",
            description = "Rounds ahead that are not measured; default ${DEFAULT-VALUE}.")
    private int warmUp;

    @Option(
            names = "--relevant",
            paramLabel = "PCT",
            defaultValue = "5",
            description = "A smaller difference does not matter; default ${DEFAULT-VALUE} %%.")
    private double relevantPct;

    @Option(names = "--seed", defaultValue = "1", description = "Draws the order; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--markdown", paramLabel = "FILE", description = "Also write the report to this file.")
    private @Nullable Path markdown;

    @Override
    public Integer call() throws InterruptedException, IOException {
        if (rounds < 1 || block < 1 || warmUp < 0 || relevantPct <= 0) {
            System.err.println("--rounds, --block and --relevant must be above 0, and --warm-up not below.");
            return 2;
        }
        CompareReport report;
        try (Subject first = Subjects.of(a, jdbc);
                Subject second = Subjects.of(b, jdbc)) {
            var timed = new Turns(new SplittableRandom(seed), System::nanoTime)
                    .take(first, second, new Turns.Course(rounds, block, warmUp), this::tell);
            var answer = TurnComparison.compare(timed.a(), timed.b(), relevantPct, seed);
            report = CompareReport.of(a, b, timed, relevantPct, seed, answer);
        } catch (SubjectFailed failed) {
            System.err.println(failed.getMessage() + "\nNothing is compared: how fast a failure is means nothing.");
            return 2;
        }
        if (markdown != null) {
            Files.writeString(markdown, report.markdown());
        }
        System.out.println(
                json
                        ? JsonMapper.builder()
                                .build()
                                .writerWithDefaultPrettyPrinter()
                                .writeValueAsString(report)
                        : report.markdown());
        return report.isConclusive() ? 0 : INCONCLUSIVE;
    }

    private void tell(int over) {
        int of = warmUp + rounds;
        if (over * 10 / of != (over - 1) * 10 / of) {
            System.err.printf("  %d of %d rounds%s%n", over, of, over <= warmUp ? " (warm-up)" : "");
        }
    }
}
