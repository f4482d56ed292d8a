package dev.perfloop.web.exports;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.perfloop.web.exports.report.Table;
import dev.perfloop.web.rows.RawJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All tables of a run as one document: each a list of its rows, by column. */
@Component
class JsonExport {
    /** Raised when a field changes its meaning or goes away. */
    private static final int FORMAT = 1;

    private final ObjectMapper json;

    JsonExport(ObjectMapper json) {
        this.json = json;
    }

    String of(List<Table> tables) {
        var text = new StringWriter();
        try (JsonGenerator out = json.getFactory().createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("format", FORMAT);
            for (Table table : tables) {
                write(out, table);
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Table table) throws IOException {
        out.writeArrayFieldStart(table.name());
        for (List<@Nullable Object> row : table.rows()) {
            out.writeStartObject();
            for (int i = 0; i < row.size(); i++) {
                out.writeFieldName(table.columns().get(i));
                write(out, row.get(i));
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void write(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case RawJson raw -> out.writeRawValue(raw.text());
            case Boolean truth -> out.writeBoolean(truth);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            default -> out.writeString(value.toString());
        }
    }
}
