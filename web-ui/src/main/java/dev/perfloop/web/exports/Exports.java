package dev.perfloop.web.exports;

import dev.perfloop.web.exports.report.ReportTables;
import dev.perfloop.web.exports.report.RunReport;
import dev.perfloop.web.exports.report.Table;
import dev.perfloop.web.loads.Distributions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** Gathers what an export holds. */
@Service
class Exports {
    private static final String WINDOWS = "load_windows";
    private static final String PERCENTILES = "percentiles";

    private final ExportRepository rows;
    private final Distributions distributions;

    Exports(ExportRepository rows, Distributions distributions) {
        this.rows = rows;
        this.distributions = distributions;
    }

    List<Table> tables(String runId) {
        List<Table> tables = new ArrayList<>();
        RawTables.ALL.forEach(query -> tables.add(rows.table(query, runId)));
        tables.add(rows.percentiles(runId));
        tables.add(rows.windows(runId));
        return tables;
    }

    /** Empty when there is no table of that name. */
    Optional<Table> table(String runId, String name) {
        return switch (name) {
            case WINDOWS -> Optional.of(rows.windows(runId));
            case PERCENTILES -> Optional.of(rows.percentiles(runId));
            default ->
                RawTables.ALL.stream()
                        .filter(query -> query.name().equals(name))
                        .findFirst()
                        .map(query -> rows.table(query, runId));
        };
    }

    List<String> names() {
        return Stream.concat(RawTables.ALL.stream().map(query -> query.name()), Stream.of(PERCENTILES, WINDOWS))
                .toList();
    }

    RunReport report(String runId) {
        return new RunReport(
                rows.table(ReportTables.FACTS, runId),
                rows.table(ReportTables.VERDICT, runId),
                rows.table(ReportTables.INTERVALS, runId),
                Stream.of("BASELINE", "PEAK", "SOAK")
                        .map(profile -> distributions.of(runId, profile))
                        .filter(distribution -> !distribution.sides().isEmpty())
                        .toList(),
                ReportTables.SECTIONS.stream()
                        .map(query -> rows.table(query, runId))
                        .filter(table -> !table.isEmpty())
                        .toList());
    }
}
