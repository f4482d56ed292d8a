package dev.perfloop.loadtests;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.LongStream;

/** One feeder, ready to draw from. */
sealed interface Values {
    /** @param others values of the same visit, for templates */
    String draw(RandomGenerator random, UnaryOperator<String> others);

    record Uniform(List<String> values) implements Values {
        @Override
        public String draw(RandomGenerator random, UnaryOperator<String> others) {
            return values.get(random.nextInt(values.size()));
        }
    }

    record Skewed(List<String> values, Picker picker) implements Values {
        @Override
        public String draw(RandomGenerator random, UnaryOperator<String> others) {
            return values.get(picker.pick(random));
        }
    }

    record Between(long from, long to) implements Values {
        @Override
        public String draw(RandomGenerator random, UnaryOperator<String> others) {
            return Long.toString(from == to ? from : random.nextLong(from, to + 1));
        }
    }

    record Composed(Template template) implements Values {
        @Override
        public String draw(RandomGenerator random, UnaryOperator<String> others) {
            return template.render(others);
        }
    }

    /** A zipf feeder without an exponent gets 1, the classic law. */
    static Values of(String name, LoadSpec.Feeder feeder, Set<String> names) {
        if (feeder.template() != null) {
            return new Composed(Template.of(feeder.template(), names));
        }
        boolean zipf = "zipf".equalsIgnoreCase(feeder.distribution());
        if (feeder.range() != null && !zipf) {
            return new Between(feeder.range().from(), feeder.range().to());
        }
        List<String> values = values(name, feeder);
        double exponent = feeder.exponent() == null ? 1 : feeder.exponent();
        return zipf ? new Skewed(values, Picker.zipf(values.size(), exponent)) : new Uniform(values);
    }

    private static List<String> values(String name, LoadSpec.Feeder feeder) {
        LoadSpec.Range range = feeder.range();
        if (range != null) {
            return LongStream.rangeClosed(range.from(), range.to())
                    .mapToObj(Long::toString)
                    .toList();
        }
        if (feeder.values() == null || feeder.values().isEmpty()) {
            throw new IllegalArgumentException("feeder '" + name + "' has no values, no range and no template");
        }
        return List.copyOf(feeder.values());
    }
}
