package dev.perfloop.change;

import dev.perfloop.change.StepsInOrder.Step;
import dev.perfloop.target.TargetDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Takes statistics anew, after setting what they are to be like; puts back what was set. */
@Component
class StatisticsWork {
    private final TableStatisticsRepository catalog;
    private final ChangeStatementRepository journal;
    private final StepsInOrder steps;

    StatisticsWork(TableStatisticsRepository catalog, ChangeStatementRepository journal, StepsInOrder steps) {
        this.catalog = catalog;
        this.journal = journal;
        this.steps = steps;
    }

    boolean apply(RefreshStatistics refresh, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        List<Step> order = new ArrayList<>();
        refresh.finer()
                .forEach(it -> order.add(new Step(
                        refresh.setTarget(it.column(), it.target()),
                        () -> Objects.equals(catalog.target(target, refresh.table(), it.column()), it.target()))));
        if (!refresh.together().isEmpty()) {
            order.add(new Step(refresh.create(), () -> hasObject(refresh, target)));
        }
        order.add(inJournal(refresh.analyse(), change));
        return steps.take(order, change, target, progress);
    }

    boolean undo(RefreshStatistics refresh, RunChange change, TargetDatabase target, Progress progress)
            throws InterruptedException {
        List<Step> order = new ArrayList<>();
        if (!refresh.together().isEmpty()) {
            order.add(new Step(refresh.drop(), () -> !hasObject(refresh, target)));
        }
        refresh.finer()
                .forEach(it -> order.add(new Step(
                        refresh.setTarget(it.column(), it.former()),
                        () -> Objects.equals(catalog.target(target, refresh.table(), it.column()), it.former()))));
        if (!refresh.finer().isEmpty()) {
            order.add(inJournal(refresh.analyseAgain(), change));
        }
        return steps.take(order, change, target, progress);
    }

    /** No catalog tells by whom and of what a table was analysed last. */
    private Step inJournal(String statement, RunChange change) {
        return new Step(
                statement, () -> journal.answeredAt(change.id(), statement).isPresent());
    }

    private boolean hasObject(RefreshStatistics refresh, TargetDatabase target) {
        return catalog.hasObject(target, refresh.table().schema(), refresh.objectName());
    }
}
