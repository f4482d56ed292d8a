package dev.perfloop.local.kills;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The tables as docs/benchmarks.md has them. */
record KillsReport(List<Kill> kills) {

    void print(List<List<String>> movedOn) {
        System.out.println(
                "\n| victim | kills | back after: median, p95, longest, s | a step begins or ends after: median, p95, longest, s |");
        System.out.println("|---|---|---|---|");
        for (Victim victim : Victim.values()) {
            List<Double> back = kills.stream()
                    .filter(kill -> kill.victim() == victim)
                    .map(kill -> kill.back().toMillis() / 1e3)
                    .sorted()
                    .toList();
            List<Double> moved = movedOn.stream()
                    .filter(row -> row.get(0).equals(victim.name()))
                    .map(row -> Double.valueOf(row.get(1)))
                    .sorted()
                    .toList();
            System.out.printf(
                    "| %s | %d | %s | %s (of %d) |%n", victim, back.size(), spread(back), spread(moved), moved.size());
        }
        printSteps();
    }

    private void printSteps() {
        Map<String, int[]> hits = new TreeMap<>();
        for (Kill kill : kills) {
            List<String> steps = new ArrayList<>(kill.steps());
            if (!kill.aim().equals("random") && !steps.contains(kill.aim())) {
                steps.add(kill.aim());
            }
            steps.stream()
                    .distinct()
                    .forEach(step -> hits.computeIfAbsent(step, none -> new int[Victim.values().length])[
                            kill.victim().ordinal()]++);
        }
        System.out.println("\n| hit while a run was at | app | broker | our database | target's database |");
        System.out.println("|---|---|---|---|---|");
        hits.forEach((step, by) -> System.out.printf("| %s | %d | %d | %d | %d |%n", step, by[0], by[1], by[2], by[3]));
    }

    private static String spread(List<Double> sorted) {
        if (sorted.isEmpty()) {
            return "-";
        }
        return String.format(
                Locale.ROOT,
                "%.1f, %.1f, %.1f",
                sorted.get(sorted.size() / 2),
                sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * 0.95) - 1)),
                sorted.getLast());
    }
}
