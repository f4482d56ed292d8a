package dev.perfloop.web.targets;

import java.util.ArrayList;
import java.util.List;

/**
 * The way to a field.
 *
 * @param steps field names (String) and positions in a list (Integer)
 */
record FieldPath(List<Object> steps) {

    static FieldPath of(Object... steps) {
        return new FieldPath(List.of(steps));
    }

    FieldPath with(Object step) {
        List<Object> longer = new ArrayList<>(steps);
        longer.add(step);
        return new FieldPath(List.copyOf(longer));
    }

    /** As people write it: {@code load.requests[1].body}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Object step : steps) {
            if (step instanceof Integer index) {
                text.append('[').append(index).append(']');
            } else {
                text.append(text.isEmpty() ? "" : ".").append(step);
            }
        }
        return text.toString();
    }
}
