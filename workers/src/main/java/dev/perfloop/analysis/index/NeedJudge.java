package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.plan.Condition;
import dev.perfloop.profiling.ColumnFacts;
import dev.perfloop.profiling.TableFacts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides whether a need deserves an index, and says why not. The thresholds are those of PgHero and Dexter. */
final class NeedJudge {
    private static final double SMALL_TABLE_ROWS = 500;
    private static final double KEEPS_TOO_MUCH = 0.25;
    private static final double SAVES_ENOUGH = 0.5;
    private static final double CHEAP_PLAN = 100;
    /** Below this share of the database's time a statement is not worth an index. */
    private static final double IDLE_SHARE = 0.01;

    private static final int WIDE_BYTES = 500;
    private static final Set<String> NO_BTREE =
            Set.of("json", "xml", "point", "line", "lseg", "box", "path", "polygon", "circle");
    /** A statement that reads fewer blocks than this share of the table does not scan it. */
    private static final double BLOCKS_OF_NO_SCAN = 0.3;

    private static final double BLOCKS_OF_A_SCAN = 0.7;
    private static final int CALLS_TO_TRUST = 5;

    private final CandidateBuilder builder;
    private final Coverage coverage;

    NeedJudge(CandidateBuilder builder, Coverage coverage) {
        this.builder = builder;
        this.coverage = coverage;
    }

    Judgement judge(Need need) {
        if (need.conditions().isEmpty() && need.order().isEmpty()) {
            return new Judgement.Irrelevant();
        }
        var table = need.table();
        if (table.kind().equals("p")) {
            return turned(need, "it is read partition by partition, and those are looked at");
        }
        if (table.rows() < SMALL_TABLE_ROWS) {
            return turned(
                    need, number("the table has %.0f rows, under 500: reading it whole is as fast", table.rows()));
        }
        if (need.statement().dbTimeShare() < IDLE_SHARE) {
            return turned(
                    need,
                    number(
                            "its statement takes only %.1f %% of the database's time",
                            need.statement().dbTimeShare() * 100));
        }
        var variants = builder.priced(need);
        if (variants.isEmpty() && isAskedSpecially(need)) {
            return new Judgement.Irrelevant();
        }
        if (variants.isEmpty()) {
            return turned(need, unusable(need));
        }
        return judge(need, variants, cheapestSimple(variants));
    }

    private Judgement judge(Need need, List<Priced> variants, Priced best) {
        var candidate = best.candidate();
        var unfit = candidate.names().stream()
                .filter(name -> unfit(need.table(), name))
                .findFirst();
        if (unfit.isPresent()) {
            return turned(
                    candidate, "values of the column " + unfit.get() + " are too wide, or of a type, for a B-tree");
        }
        var covered = covered(variants, best);
        if (covered.isPresent()) {
            return turned(candidate, covered.get());
        }
        double scanned = blocksOfScan(need);
        boolean trusted = need.statement().calls() >= CALLS_TO_TRUST && need.readsAll() && need.loops() <= 1;
        if (trusted && need.statement().blocksPerCall() < BLOCKS_OF_NO_SCAN * scanned) {
            return turned(
                    candidate,
                    number(
                            "its statement reads %.0f blocks a call where the table has %.0f: with real values PostgreSQL does not scan it",
                            need.statement().blocksPerCall(), scanned));
        }
        if (need.order().isEmpty() && best.keptShare() > KEEPS_TOO_MUCH) {
            return turned(candidate, number("the condition keeps about %.0f %% of the rows", best.keptShare() * 100));
        }
        if (need.planCost() < CHEAP_PLAN) {
            return turned(candidate, number("its statement is cheap already (planned cost %.0f)", need.planCost()));
        }
        if (best.savedShare() < SAVES_ENOUGH && !MissingIndexes.isPartition(need.table())) {
            return turned(
                    candidate,
                    number(
                            "it would save about %.0f %% of its statement's planned cost, less than half",
                            best.savedShare() * 100));
        }
        return new Judgement.Worthwhile(
                best, trusted && need.statement().blocksPerCall() >= BLOCKS_OF_A_SCAN * scanned);
    }

    /** An index on all rows that is there already does what one on some of them would. */
    private Optional<String> covered(List<Priced> variants, Priced best) {
        return variants.stream()
                .filter(it ->
                        it == best || best.candidate().partial() != null && it.newCost() <= nearly(best.newCost()))
                .flatMap(it -> coverage.of(it.candidate(), it.need()).stream())
                .findFirst();
    }

    private static double nearly(double cost) {
        return cost * 1.1 + 1;
    }

    /** Other detectors look for the index that such a condition needs. */
    private static boolean isAskedSpecially(Need need) {
        return need.conditions().stream()
                .anyMatch(it -> it instanceof Condition.Unusable unusable && unusable.special() != null);
    }

    private static double blocksOfScan(Need need) {
        return Math.max(1, need.table().pages());
    }

    /** Among those about as cheap as the cheapest, the one with fewest columns; one on few rows costs writers least. */
    private static Priced cheapestSimple(List<Priced> cheapestFirst) {
        double limit = nearly(cheapestFirst.getFirst().newCost());
        return cheapestFirst.stream()
                .filter(priced -> priced.newCost() <= limit)
                .min(Comparator.comparingInt(
                                (Priced priced) -> priced.candidate().columns().size())
                        .thenComparingDouble(priced -> priced.candidate().heldShare()))
                .orElseThrow();
    }

    private static boolean unfit(TableFacts table, String name) {
        var column = table.column(name).orElse(null);
        return column == null || NO_BTREE.contains(column.type()) || isWide(column);
    }

    private static boolean isWide(ColumnFacts column) {
        return column.averageWidth() != null && column.averageWidth() > WIDE_BYTES;
    }

    private static String unusable(Need need) {
        return need.conditions().stream()
                .filter(Condition.Unusable.class::isInstance)
                .map(condition -> condition.text() + ": " + ((Condition.Unusable) condition).reason())
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private static Judgement turned(IndexCandidate candidate, String reason) {
        return new Judgement.Turned(new Refused("index on " + candidate.title(), reason));
    }

    private static Judgement turned(Need need, String reason) {
        String what = need.conditions().stream().map(Condition::text).distinct().collect(Collectors.joining(" AND "));
        String where = what.isEmpty() ? "" : " for " + what;
        return new Judgement.Turned(new Refused(
                "index on " + need.table().schema() + "." + need.table().name() + where, reason));
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
