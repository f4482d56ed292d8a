package dev.perfloop.analysis.jvm;

import dev.perfloop.analysis.Workload;
import dev.perfloop.profiling.JvmFacts;
import dev.perfloop.profiling.JvmFacts.HotCode;
import dev.perfloop.profiling.JvmFacts.Site;
import dev.perfloop.profiling.JvmFacts.Wait;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The way requests came to a method. A recording knows methods, not addresses: a request is taken to be handled by the method
 * whose name has all of its words, or else by one that is named after no other.
 *
 * @param method   the outermost own method; empty when not seen
 * @param requests those it handles; empty when that is not known
 */
record Entry(String method, List<String> requests, String how) {

    /** Of those that lead there, the one with most. */
    static <T> Entry of(
            Workload workload, Collection<T> facts, Function<T, String> method, ToDoubleFunction<T> amount) {
        return facts.stream()
                .collect(Collectors.groupingBy(method, Collectors.summingDouble(amount)))
                .entrySet()
                .stream()
                .max(Map.Entry.comparingByValue())
                .map(most -> of(workload, most.getKey()))
                .orElse(new Entry("", List.of(), "not known"));
    }

    static Entry of(Workload workload, String method) {
        Set<String> names = workload.load().driven().keySet();
        if (names.size() == 1) {
            return new Entry(method, List.copyOf(names), "it is the only request that was sent");
        }
        return named(method, names)
                .map(name -> new Entry(method, List.of(name), "by the name of the method that handles it"))
                .orElseGet(() -> left(workload, method, names));
    }

    private static Optional<String> named(String method, Set<String> names) {
        Set<String> words = words(method);
        return names.stream()
                .filter(name -> words.containsAll(words(name)))
                .max(Comparator.comparingInt((String name) -> words(name).size())
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** A method that is named after none of them handles those that no other one is named after. */
    private static Entry left(Workload workload, String method, Set<String> names) {
        Set<String> claimed = methods(workload.captured().jvm())
                .filter(other -> !other.equals(method))
                .flatMap(other -> named(other, names).stream())
                .collect(Collectors.toSet());
        List<String> left =
                names.stream().filter(name -> !claimed.contains(name)).sorted().toList();
        return method.isEmpty() || claimed.isEmpty() || left.isEmpty()
                ? new Entry(method, List.of(), "which request it handles is not known")
                : new Entry(method, left, "other methods are named after the other requests");
    }

    private static Stream<String> methods(JvmFacts jvm) {
        return Stream.of(
                        jvm.hot().stream().map(HotCode::entry),
                        jvm.waits().stream().map(Wait::entry),
                        jvm.allocation().sites().stream().map(Site::entry))
                .flatMap(Function.identity())
                .filter(entry -> !entry.isEmpty());
    }

    private static Set<String> words(String name) {
        return Stream.of(Recorded.brief(name).split("[^A-Za-z0-9]+|(?<=[a-z0-9])(?=[A-Z])"))
                .filter(word -> !word.isEmpty())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .map(word -> word.length() > 3 && word.endsWith("s") ? word.substring(0, word.length() - 1) : word)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
