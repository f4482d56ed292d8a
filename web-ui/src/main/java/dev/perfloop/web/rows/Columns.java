package dev.perfloop.web.rows;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the columns that JDBC has no exact type for. */
public final class Columns {

    private Columns() {}

    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    public static RawJson json(ResultSet row, String column) throws SQLException {
        return new RawJson(row.getString(column));
    }

    public static @Nullable RawJson jsonOrNull(ResultSet row, String column) throws SQLException {
        String text = row.getString(column);
        return text == null ? null : new RawJson(text);
    }

    public static @Nullable Double doubleOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Double.class);
    }

    public static @Nullable Integer intOrNull(ResultSet row, String column) throws SQLException {
        return row.getObject(column, Integer.class);
    }

    public static List<String> texts(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** 64-bit ids leave as text: JavaScript's numbers end at 53 bits. */
    public static @Nullable String idOrNull(ResultSet row, String column) throws SQLException {
        return row.getString(column);
    }
}
