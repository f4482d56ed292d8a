package dev.perfloop.fingerprint;

import dev.perfloop.fingerprint.Counts.Count;
import dev.perfloop.profiling.CallsPerRequest.Request;
import dev.perfloop.profiling.CallsPerRequest.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/** Makes of what was counted around each sending what the request itself did. */
final class Fingerprint {
    /**
     * Not work of the request. Nor do they tell how many transactions it had: pg_stat_statements counts a COMMIT that a driver
     * has prepared only the first time.
     */
    private static final Pattern CONTROL = Pattern.compile(
            "^\\s*(?:BEGIN|START\\s+TRANSACTION|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE)\\b",
            Pattern.CASE_INSENSITIVE);

    private final Map<Long, String> texts;
    private final Background background;

    /** @param texts without those of our own statements */
    Fingerprint(Map<Long, String> texts, Background background) {
        this.texts = texts;
        this.background = background;
    }

    /** @param reported transactions a sending as the server reported them; null when that is not known */
    Request of(Driven driven, @Nullable Double reported) {
        var sendings = driven.sendings();
        double seconds = sendings.stream().mapToDouble(Sending::seconds).sum();
        boolean quiet = true;
        List<Statement> statements = new ArrayList<>();
        for (long id : ids(sendings)) {
            String text = texts.get(id);
            long calls = sendings.stream()
                    .mapToLong(sending -> in(sending, id).calls())
                    .sum();
            if (text == null || CONTROL.matcher(text).find() || background.explains(id, calls, seconds)) {
                continue;
            }
            double foreign = background.expected(id, seconds);
            quiet &= foreign == 0;
            statements.add(statement(id, text, sendings, Math.round(foreign / sendings.size())));
        }
        statements.sort(Comparator.comparingDouble(Statement::msPerRequest).reversed());
        double calls =
                statements.stream().mapToDouble(Statement::callsPerRequest).sum();
        return new Request(
                driven.name(),
                sendings.size(),
                quiet,
                reported == null ? 0 : Math.clamp(reported, Math.min(1, calls), Math.max(1, calls)),
                mean(sendings.stream().mapToDouble(Sending::ms)),
                mean(sendings.stream().mapToDouble(Sending::answerBytes)),
                statements,
                sendings.stream().map(Sending::ms).toList());
    }

    private static Set<Long> ids(List<Sending> sendings) {
        return sendings.stream()
                .flatMap(sending -> sending.ran().statements().keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Statement statement(long id, String text, List<Sending> sendings, long foreign) {
        return new Statement(
                id,
                text,
                sendings.stream()
                        .map(sending ->
                                Math.toIntExact(Math.max(0, in(sending, id).calls() - foreign)))
                        .toList(),
                sendings.stream().map(sending -> in(sending, id).rows()).toList(),
                mean(sendings.stream().mapToDouble(sending -> in(sending, id).ms())));
    }

    private static Count in(Sending sending, long id) {
        return sending.ran().statements().getOrDefault(id, Count.NONE);
    }

    private static double mean(DoubleStream values) {
        return values.average().orElse(0);
    }
}
