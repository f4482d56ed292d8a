package dev.perfloop.shop.data;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Writes rows in PostgreSQL's COPY text format. */
final class RowWriter {

    private static final int FLUSH_AT = 60_000;

    private final OutputStream out;
    private final LongConsumer rowsSoFar;
    private final StringBuilder buffer = new StringBuilder(FLUSH_AT + 4_000);
    private long rows;

    RowWriter(OutputStream out, LongConsumer rowsSoFar) {
        this.out = out;
        this.rowsSoFar = rowsSoFar;
    }

    void row(@Nullable Object... values) throws IOException {
        for (int i = 0; i < values.length; i++) {
            if (i > 0) {
                buffer.append('\t');
            }
            append(values[i]);
        }
        buffer.append('\n');
        rows++;
        if (buffer.length() > FLUSH_AT) {
            flush();
        }
    }

    private void append(@Nullable Object value) {
        switch (value) {
            case null -> buffer.append("\\N");
            case String text when text.indexOf('\\') >= 0 -> buffer.append(text.replace("\\", "\\\\"));
            default -> buffer.append(value);
        }
    }

    void flush() throws IOException {
        out.write(buffer.toString().getBytes(StandardCharsets.UTF_8));
        buffer.setLength(0);
        rowsSoFar.accept(rows);
    }

    long rows() {
        return rows;
    }
}
