package dev.perfloop.labelled;

import dev.perfloop.labelled.Case.Work;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The statements of a workload as they are sent, the same in each run. */
final class Calls {
    private static final Pattern NUMBER = Pattern.compile("\\{r(\\d+)\\}");

    private Calls() {}

    static List<String> of(List<Work> workload) {
        return workload.stream().flatMap(work -> of(work).stream()).toList();
    }

    private static List<String> of(Work work) {
        var random = new Random(work.sql().hashCode());
        return IntStream.rangeClosed(1, work.times())
                .mapToObj(i -> NUMBER.matcher(work.sql().replace("{i}", Integer.toString(i)))
                        .replaceAll(match -> Integer.toString(1 + random.nextInt(Integer.parseInt(match.group(1))))))
                .toList();
    }
}
