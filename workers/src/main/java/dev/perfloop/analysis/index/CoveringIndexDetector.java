package dev.perfloop.analysis.index;

import dev.perfloop.analysis.Detection;
import dev.perfloop.analysis.Detector;
import dev.perfloop.analysis.Finding;
import dev.perfloop.analysis.Finding.Confidence;
import dev.perfloop.analysis.Finding.Effort;
import dev.perfloop.analysis.Layer;
import dev.perfloop.analysis.Proposal;
import dev.perfloop.analysis.Refused;
import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.ColumnFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Finds indexes that lead to rows scattered over the table, where a column or two in the index would spare reading it. */
@Component
final class CoveringIndexDetector implements Detector {
    private static final double IDLE_SHARE = 0.01;
    /** Dexter's limit, as for other indexes. */
    private static final double SAVES_ENOUGH = 0.5;

    private static final double CHEAP_PLAN = 100;
    private static final int MOST_COLUMNS = 3;
    /** An index that is half as large as its table is a second table to write. */
    private static final double LARGEST = 0.5;
    /** Rows on other pages are looked up in the table all the same. */
    private static final double VISIBLE = 0.8;

    private static final double BLOCKS_OF_NO_SCAN = 0.3;

    @Override
    public Layer layer() {
        return Layer.DATABASE;
    }

    @Override
    public Detection in(Workload workload) {
        var access = new AccessCost(PlannerCosts.of(workload.profile().settings()));
        List<Finding> findings = new ArrayList<>();
        List<Refused> refusals = new ArrayList<>();
        for (var need : CoveringNeed.in(workload)) {
            double saved = saved(need, access);
            if (saved < SAVES_ENOUGH
                    || need.root().totalCost() < CHEAP_PLAN
                    || need.statement().dbTimeShare() < IDLE_SHARE) {
                continue; // an index is in use: that a better one is not worth its price is no news
            }
            String reason = refusal(need, access);
            if (reason.isEmpty()) {
                findings.add(finding(workload, need, saved));
            } else {
                refusals.add(new Refused(
                        "columns carried in the index " + need.index().name(), reason));
            }
        }
        return findings.isEmpty() && refusals.isEmpty() ? Detection.NOTHING : Detection.of(findings, refusals);
    }

    private static double saved(CoveringNeed need, AccessCost access) {
        double alone =
                access.ofIndexOnly(need.table(), need.allColumns(), need.scan().rows());
        double all = need.root().totalCost();
        return all <= 0 ? 0 : Math.clamp(need.loops() * (need.scan().totalCost() - alone) / all, 0, 1);
    }

    private static String refusal(CoveringNeed need, AccessCost access) {
        if (need.included().size() > MOST_COLUMNS) {
            return need.included().size() + " more columns are asked for";
        }
        var unknown = need.included().stream()
                .filter(name ->
                        need.table().column(name).map(ColumnFacts::averageWidth).isEmpty())
                .findFirst();
        if (unknown.isPresent()) {
            return "how wide the column " + unknown.get() + " is was never analysed";
        }
        double size = access.indexPages(need.table(), need.allColumns())
                / Math.max(1, need.table().pages());
        if (size > LARGEST) {
            return number("the index would be %.0f %% as large as its table", 100 * size);
        }
        Double visible = need.table().upkeep().allVisible();
        if (visible == null || visible < VISIBLE) {
            return visible == null
                    ? "how many of its table's pages are all-visible is not known"
                    : number(
                            "only %.0f %% of its table's pages are all-visible: rows on the others are looked up there all the same",
                            100 * visible);
        }
        double expected =
                need.loops() * access.heapPages(need.table(), need.scan().rows());
        return need.statement().blocksPerCall() < BLOCKS_OF_NO_SCAN * expected
                ? number(
                        "its statement reads %.0f blocks a call, fewer than the %.0f that the plan expects",
                        need.statement().blocksPerCall(), expected)
                : "";
    }

    private static Finding finding(Workload workload, CoveringNeed need, double saved) {
        String table = need.table().schema() + "." + need.table().name();
        String keys = String.join(
                ", ", need.index().keys().stream().map(it -> it.expression()).toList());
        String included = String.join(", ", need.included());
        return SpecialFinding.of(
                workload,
                new SpecialFinding.Place(
                        need.statement(),
                        need.scan(),
                        need.table(),
                        saved,
                        need.included().getFirst()),
                MissingIndexDetector.MISSING_INDEX,
                Confidence.MEDIUM,
                Effort.QUICK,
                "No index on " + table + " (" + keys + ") that carries " + included + ": the index "
                        + need.index().name() + " finds the rows, and each is looked up in the table",
                number(
                        "Each call reads %.0f blocks. From an index with these columns alone its planned cost falls by %.0f %%, as "
                                + "long as vacuum keeps the table's pages all-visible.",
                        need.statement().blocksPerCall(), 100 * saved),
                new Proposal.CreateIndex(
                        need.table().schema(),
                        need.table().name(),
                        need.index().keys().stream()
                                .map(key -> new Proposal.Column(key.expression(), key.descending() ? "DESC" : null))
                                .toList(),
                        null,
                        need.included()));
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
