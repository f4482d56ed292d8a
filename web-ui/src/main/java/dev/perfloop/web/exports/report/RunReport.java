package dev.perfloop.web.exports.report;

import dev.perfloop.web.loads.DistributionView;
import java.util.List;

/**
 * What a report tells of a run.
 *
 * @param facts one row
 * @param verdict the last comparison in one row; none before there is one
 * @param intervals effects on p95 with their bounds: load, request, effect, low, high
 * @param distributions of all requests, by load profile
 * @param sections the rest, in the order in which it is read; empty ones are left out
 */
public record RunReport(
        Table facts, Table verdict, Table intervals, List<DistributionView> distributions, List<Table> sections) {

    String title() {
        return "Run " + Cells.text(facts.rows().getFirst().getFirst());
    }
}
