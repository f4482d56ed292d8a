package dev.perfloop.web.rows;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;

/** A jsonb column on its way out: embedded in the answer as it is, never parsed here. */
public record RawJson(@JsonValue @JsonRawValue String text) {}
