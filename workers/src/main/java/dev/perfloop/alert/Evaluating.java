package dev.perfloop.alert;

import dev.perfloop.target.MaintenanceWindow;
import dev.perfloop.target.Target;
import dev.perfloop.target.TargetReader;
import dev.perfloop.target.TargetRefused;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Holds an assessment against the thresholds. */
@Service
class Evaluating {
    private final EvaluationRepository rows;
    private final Thresholds thresholds;
    private final ThresholdRepository kept;
    private final AlertBook book;
    private final TargetReader reader;

    Evaluating(
            EvaluationRepository rows,
            Thresholds thresholds,
            ThresholdRepository kept,
            AlertBook book,
            TargetReader reader) {
        this.rows = rows;
        this.thresholds = thresholds;
        this.kept = kept;
        this.book = book;
        this.reader = reader;
    }

    /** Of an assessment that is gone, or rests on the past alone, nothing is judged. */
    void evaluate(UUID assessment) {
        rows.assessed(assessment).filter(Assessed::rests).ifPresent(this::evaluate);
    }

    private void evaluate(Assessed assessed) {
        var target = target(assessed);
        Promises promises = target.map(Promises::new).orElse(null);
        List<Judged> judged = new ArrayList<>();
        var own = kept.own(assessed.target());
        for (var reading : assessed.readings()) {
            Optional.ofNullable(own.get(reading.series()))
                    .or(() -> thresholds.of(reading, promises))
                    .ifPresent(threshold -> judged.add(new Judged(reading, threshold)));
        }
        kept.hold(assessed, judged);
        boolean expected = target.map(Evaluating::maintenance).orElse(List.of()).stream()
                .anyMatch(window -> window.isOpenAt(assessed.at()));
        book.enter(assessed, judged, expected);
    }

    private static List<MaintenanceWindow> maintenance(Target target) {
        return target.guards().maintenance();
    }

    /** One whose file cannot be read, as a secret is gone, is judged without its objectives. */
    private Optional<Target> target(Assessed assessed) {
        try {
            return Optional.of(reader.read(assessed.definition()));
        } catch (TargetRefused unreadable) {
            return Optional.empty();
        }
    }
}
