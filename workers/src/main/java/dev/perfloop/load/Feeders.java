package dev.perfloop.load;

import dev.perfloop.load.gatling.LaunchSpec;
import dev.perfloop.target.TargetRefused;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills placeholders as the load generator does, for single requests that are sent without it. */
final class Feeders {
    private static final Pattern SLOT = Pattern.compile("\\{([A-Za-z_][A-Za-z0-9_-]*)}");
    /** What a person may write in a path and a server would refuse. */
    private static final Pattern NOT_IN_URL = Pattern.compile("[^!#$%&'()*+,/:;=?@A-Za-z0-9\\-._~\\[\\]]+");

    private final Map<String, LaunchSpec.Feeder> feeders;
    private final Map<Integer, double[]> zipf = new HashMap<>();

    Feeders(Map<String, LaunchSpec.Feeder> feeders) {
        this.feeders = feeders;
    }

    Drawn drawnBy(RandomGenerator random) {
        return new Drawn(random);
    }

    /** The values of one visit: a name keeps its value, so that a login and the request after it speak of the same user. */
    final class Drawn {
        private final RandomGenerator random;
        private final Map<String, String> known = new HashMap<>();
        private final Set<String> drawing = new HashSet<>();

        private Drawn(RandomGenerator random) {
            this.random = random;
        }

        String fill(String text) {
            return filled(text, UnaryOperator.identity(), UnaryOperator.identity());
        }

        String fillPath(String path) {
            return filled(
                    path,
                    literal -> NOT_IN_URL
                            .matcher(literal)
                            .replaceAll(bad -> Matcher.quoteReplacement(encode(bad.group()))),
                    Feeders::encode);
        }

        private String filled(String text, UnaryOperator<String> literal, UnaryOperator<String> value) {
            var out = new StringBuilder();
            int from = 0;
            for (MatchResult slot : SLOT.matcher(text).results().toList()) {
                if (feeders.containsKey(slot.group(1))) {
                    out.append(literal.apply(text.substring(from, slot.start())));
                    out.append(value.apply(value(slot.group(1))));
                    from = slot.end();
                }
            }
            return out.append(literal.apply(text.substring(from))).toString();
        }

        private String value(String name) {
            String before = known.get(name);
            var feeder = feeders.get(name);
            if (before != null || feeder == null) {
                return before == null ? "" : before;
            }
            if (!drawing.add(name)) {
                throw new TargetRefused(
                        "The feeder " + name + " is made of itself.", "Take its own name out of its template.");
            }
            String value = drawn(feeder);
            drawing.remove(name);
            known.put(name, value);
            return value;
        }

        private String drawn(LaunchSpec.Feeder feeder) {
            if (feeder.template() != null) {
                return fill(feeder.template());
            }
            boolean skewed = "zipf".equals(feeder.distribution());
            if (feeder.range() != null) {
                var range = feeder.range();
                long size = range.to() - range.from() + 1;
                return Long.toString(range.from() + (skewed ? rank(Math.toIntExact(size)) : random.nextLong(size)));
            }
            List<String> values = feeder.values() == null ? List.of("") : feeder.values();
            return values.get(skewed ? rank(values.size()) : random.nextInt(values.size()));
        }

        /** By Zipf's law: the k-th value, from 1, with weight 1/k. */
        private int rank(int size) {
            double[] upTo = zipf.computeIfAbsent(size, Feeders::zipf);
            double point = random.nextDouble() * upTo[size - 1];
            int at = Arrays.binarySearch(upTo, point);
            return Math.min(at >= 0 ? at + 1 : -at - 1, size - 1);
        }
    }

    private static double[] zipf(int size) {
        double[] upTo = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
        return upTo;
    }

    /** All but RFC 3986's unreserved characters, so that a value is safe in a path segment and in a query. */
    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
