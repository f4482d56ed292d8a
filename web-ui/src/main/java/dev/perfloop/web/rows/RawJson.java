package dev.perfloop.web.rows;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

/** A jsonb column on its way out: embedded in the answer as it is, never parsed here. */
@Schema(type = "object")
public record RawJson(@JsonValue @JsonRawValue String text) {}
