package dev.perfloop.analysis.index;

import java.util.Map;

/** The target's planner settings; PostgreSQL's defaults where unknown. */
record PlannerCosts(
        double randomPage, double sequentialPage, double tuple, double indexTuple, double operator, double blockSize) {

    static PlannerCosts of(Map<String, String> settings) {
        return new PlannerCosts(
                number(settings, "random_page_cost", 4),
                number(settings, "seq_page_cost", 1),
                number(settings, "cpu_tuple_cost", 0.01),
                number(settings, "cpu_index_tuple_cost", 0.005),
                number(settings, "cpu_operator_cost", 0.0025),
                number(settings, "block_size", 8192));
    }

    private static double number(Map<String, String> settings, String name, double otherwise) {
        String value = settings.get(name);
        return value == null ? otherwise : Double.parseDouble(value);
    }
}
