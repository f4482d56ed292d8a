package dev.perfloop.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.perfloop.report.Summary.Figures;

/** Reads the part of a load test's stored result that the summary shows. */
final class FiguresReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private FiguresReader() {}

    static Figures read(String json) {
        try {
            return JSON.readValue(json, Figures.class);
        } catch (JsonProcessingException damaged) {
            throw new IllegalStateException("A stored load result cannot be read", damaged);
        }
    }
}
