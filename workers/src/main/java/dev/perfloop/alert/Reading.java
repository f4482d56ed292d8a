package dev.perfloop.alert;

import org.jspecify.annotations.Nullable;

/**
 * A series at one assessment.
 *
 * @param subject      a request or a statement; null for the whole
 * @param title        what the subject is called in front of people, as the text of a statement; may be empty
 * @param baselineMid  what is usual at this hour, with its upper edge; null while too little is known
 */
record Reading(
        int series,
        String metric,
        @Nullable String subject,
        String title,
        String unit,
        double value,
        @Nullable Double baselineMid,
        @Nullable Double baselineHigh) {

    /** What it is called in front of a person. */
    String called() {
        return MetricWords.called(metric, subject, title);
    }
}
