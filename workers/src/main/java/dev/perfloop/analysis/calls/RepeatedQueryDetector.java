package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.Chain;
import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Evidence;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal.Tuning;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.StatementFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds questions that are asked again and again, within one request or by many, and designs the cache that spares them. */
@Component
final class RepeatedQueryDetector implements Detector {
    static final String REPEATED_QUERY = "REPEATED_QUERY";

    private static final int OFTEN = 20;
    private static final double SHARE = 0.05;

    /** Below this a cache is not worth its staleness. */
    private static final double FEWEST_HITS = 0.5;

    /** Shorter ones cost about as much as looking into a shared cache. */
    private static final double WORTH_MS = 0.2;

    /** Never the same twice, or not read from tables at all. */
    private static final Pattern NEVER_THE_SAME = Pattern.compile(
            "\\b(?:random|gen_random_uuid|clock_timestamp|pg_sleep|nextval|currval|txid_current|pg_\\w*lock\\w*)\\s*\\("
                    + "|\\bpg_(?:stat|catalog)|\\binformation_schema\\b",
            Pattern.CASE_INSENSITIVE);

    /** A table of so many rows is kept in memory as a whole without a thought: settings, categories, currencies. */
    private static final double SMALL_TABLE = 1000;

    /**
     * @param perRequest calls in one request, 1 when not counted
     * @param answers    how many different ones there can be
     * @param hits       for each of these
     */
    private record Question(
            StatementFacts statement, double perRequest, double answers, List<TableFacts> tables, HitRatio hits) {
        boolean isOne() {
            return answers <= 1;
        }

        /** A request that asks several times is spared all but one even without a cache between requests. */
        double spared(double ratio) {
            return isOne() ? Math.max(ratio, 1 - 1 / perRequest) : ratio;
        }
    }

    @Override
    public Layer layer() {
        return Layer.CACHING;
    }

    @Override
    public Detection in(Workload workload) {
        List<Finding> findings = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (var statement : workload.profile().statements()) {
            if (isAskedAgain(statement, workload)) {
                judge(question(statement, workload), workload, findings, refused);
            }
        }
        return Detection.of(findings, refused);
    }

    private static boolean isAskedAgain(StatementFacts statement, Workload workload) {
        return statement.calls() >= OFTEN
                && statement.dbTimeShare() >= SHARE
                && !NEVER_THE_SAME.matcher(statement.query()).find()
                && Sql.reads(statement.query())
                && answers(statement, workload) > 0;
    }

    /** One; or where it reads a single small table, at most as many as that has rows; 0 when there may be any number. */
    private static double answers(StatementFacts statement, Workload workload) {
        var calls = workload.captured().calls();
        if (SameQuestion.isAskedEverywhere(statement.query(), SameQuestion.counted(statement.queryId(), calls))) {
            return 1;
        }
        var tables = Touched.tables(statement.query(), workload.profile().tables());
        boolean small = tables.size() == 1
                && Sql.tablesRead(statement.query()).size() == 1
                && tables.getFirst().rows() >= 1
                && tables.getFirst().rows() <= SMALL_TABLE;
        return small ? tables.getFirst().rows() : 0;
    }

    private static Question question(StatementFacts statement, Workload workload) {
        double perRequest = SameQuestion.counted(
                        statement.queryId(), workload.captured().calls())
                .stream()
                .mapToDouble(it -> it.callsPerRequest())
                .max()
                .orElse(1);
        var tables = Touched.tables(statement.query(), workload.profile().tables());
        double seconds = Math.max(1, workload.seconds());
        double writes = tables.stream()
                .mapToLong(table -> table.inserted() + table.updated() + table.deleted())
                .sum();
        double answers = answers(statement, workload);
        return new Question(
                statement,
                Math.max(1, perRequest),
                answers,
                tables,
                new HitRatio(statement.calls() / seconds / answers, writes / seconds));
    }

    private static void judge(Question question, Workload workload, List<Finding> findings, List<Refused> refused) {
        var statement = question.statement();
        double best = question.spared(question.hits().keptFor(HitRatio.LONG_SECONDS));
        double worst = question.spared(question.hits().keptFor(HitRatio.SHORT_SECONDS));
        String subject = "cache for: " + Shown.shortly(statement.query());
        if (best < FEWEST_HITS) {
            refused.add(new Refused(
                    subject,
                    String.format(
                            Locale.ROOT,
                            "its tables are written %.3g times a second and each answer is asked for %.3g times: a cache would "
                                    + "answer only %.0f %%",
                            question.hits().writesPerSecond(),
                            question.hits().readsPerSecond(),
                            100 * best)));
            return;
        }
        double impact = workload.impactOf(statement, best);
        if (statement.meanMs() < WORTH_MS || impact < 1) {
            refused.add(new Refused(
                    subject,
                    String.format(Locale.ROOT, "%.2g ms a call, which a cache would hardly beat", statement.meanMs())));
            return;
        }
        double share = 100 * Math.clamp(statement.totalMs() / Math.max(1, workload.serviceMs()), 0, 1);
        findings.add(finding(question, workload, impact).gaining(Math.min(worst, best) * share, best * share));
    }

    private static Finding finding(Question question, Workload workload, double impact) {
        var statement = question.statement();
        var hits = question.hits();
        var writers = Touched.writers(question.tables(), workload.profile().statements());
        var chain = Chain.of(workload, statement);
        question.tables()
                .forEach(table -> chain.table(
                        table,
                        String.format(
                                Locale.ROOT,
                                "%d rows written in %.0f s, %.0f rows in all",
                                table.inserted() + table.updated() + table.deleted(),
                                workload.seconds(),
                                table.rows())));
        return Finding.observed(
                        "repeated-query-" + Long.toHexString(statement.queryId()),
                        REPEATED_QUERY,
                        Layer.CACHING,
                        impact,
                        Sql.hasParameters(statement.query())
                                        || question.tables().isEmpty()
                                        || !question.isOne()
                                ? Confidence.MEDIUM
                                : Confidence.HIGH,
                        Effort.COMPLEX,
                        String.format(
                                Locale.ROOT,
                                !question.isOne()
                                        ? "A small table is asked %1$d times, %3$.1f ms each: %4$s"
                                        : question.perRequest() >= 2
                                                ? "The same question is asked %d times, %.0f times in one request, %.1f ms each: %s"
                                                : "The same question is asked %1$d times, %3$.1f ms each: %4$s",
                                statement.calls(),
                                question.perRequest(),
                                statement.meanMs(),
                                Shown.shortly(statement.query())),
                        evidence(question, workload).along(chain.links()).about(subjects(question)))
                .proposing(CacheDesign.of(
                                statement,
                                question.isOne() ? question.perRequest() : 1,
                                hits,
                                question.tables(),
                                writers,
                                workload)
                        .or(new Tuning(Tuning.Knob.CACHE, null)));
    }

    private static Evidence evidence(Question question, Workload workload) {
        var hits = question.hits();
        return Evidence.of(
                workload,
                question.statement(),
                String.format(
                        Locale.ROOT,
                        "%s Each answer is asked for %.3g times a second; what it reads is written %.3g times. A cache that every "
                                + "write empties would answer %.0f %% (entries kept 1 s at most) to %.0f %% (60 s).",
                        !question.isOne()
                                ? String.format(
                                        Locale.ROOT,
                                        "It reads one table of %.0f rows, so that there are few different answers.",
                                        question.answers())
                                : Sql.hasParameters(question.statement().query())
                                        ? "Each call returns the same number of rows, whatever was asked of the service."
                                        : "It has no parameters, so that only a write in between can make two calls differ.",
                        hits.readsPerSecond(),
                        hits.writesPerSecond(),
                        100 * hits.keptFor(HitRatio.SHORT_SECONDS),
                        100 * hits.keptFor(HitRatio.LONG_SECONDS)));
    }

    private static List<String> subjects(Question question) {
        return Stream.concat(
                        Stream.of("statement:" + question.statement().queryId()),
                        question.tables().stream().map(table -> "table:" + table.schema() + "." + table.name()))
                .toList();
    }
}
