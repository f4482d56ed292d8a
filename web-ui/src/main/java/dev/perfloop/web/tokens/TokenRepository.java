package dev.perfloop.web.tokens;

import dev.perfloop.web.WebUiProperties.Role;
import dev.perfloop.web.paging.Cursor;
import dev.perfloop.web.rows.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TokenRepository {
    /** A program may ask many times a second; when it last did is wanted to the minute. */
    private static final Duration TOUCHED_EVERY = Duration.ofMinutes(1);

    private static final String TOKENS = """
            SELECT id, owner, origin, name, roles, created_at, expires_at, last_used_at, revoked_at, revoked_by
            FROM api_token
            """;

    private final JdbcClient jdbc;

    TokenRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the owner has a token of this name already. */
    boolean insert(TokenView token, Origin origin, String hash) {
        return jdbc.sql("""
                        INSERT INTO api_token (id, hash, owner, origin, name, roles, created_at, expires_at)
                        VALUES (:id, :hash, :owner, :origin, :name, string_to_array(:roles, ','), :createdAt, :expiresAt)
                        ON CONFLICT (owner, name) WHERE revoked_at IS NULL DO NOTHING
                        """)
                        .param("id", token.id())
                        .param("hash", hash)
                        .param("owner", token.owner())
                        .param("origin", origin.name())
                        .param("name", token.name())
                        .param("roles", listed(token.roles()))
                        .param("createdAt", token.createdAt().atOffset(ZoneOffset.UTC))
                        .param("expiresAt", token.expiresAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    Optional<Kept> withHash(String hash) {
        return jdbc.sql(TOKENS + "WHERE hash = :hash")
                .param("hash", hash)
                .query((row, n) -> new Kept(view(row), Origin.valueOf(row.getString("origin"))))
                .optional();
    }

    Optional<TokenView> find(String id) {
        return jdbc.sql(TOKENS + "WHERE id = :id")
                .param("id", id)
                .query((row, n) -> view(row))
                .optional();
    }

    /** Those that are not revoked first, then the newest; at most {@code limit}. */
    List<TokenView> page(@Nullable String owner, @Nullable Cursor after, int limit) {
        return jdbc.sql(TOKENS + """
                        WHERE (:owner::text IS NULL OR owner = :owner)
                          AND (CASE WHEN revoked_at IS NULL THEN 'b' ELSE 'a' END, created_at, id)
                              < (coalesce(left(:key::text, 1), 'c'), coalesce(:at::timestamptz, 'infinity'),
                                 coalesce(substr(:key::text, 3), ''))
                        ORDER BY revoked_at IS NULL DESC, created_at DESC, id DESC
                        LIMIT :limit
                        """)
                .param("owner", owner)
                .param("at", Cursor.atOf(after))
                .param("key", Cursor.keyOf(after))
                .param("limit", limit)
                .query((row, n) -> view(row))
                .list();
    }

    void used(String id, Instant now) {
        jdbc.sql("""
                        UPDATE api_token SET last_used_at = :now
                        WHERE id = :id AND (last_used_at IS NULL OR last_used_at < :before)
                        """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", now.minus(TOUCHED_EVERY).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The first one to revoke it stays. */
    void revoke(String id, String by, Instant now) {
        jdbc.sql("UPDATE api_token SET revoked_at = :now, revoked_by = :by WHERE id = :id AND revoked_at IS NULL")
                .param("id", id)
                .param("by", by)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Takes away what is not in {@code roles} from the tokens of a person whose roles a provider tells. */
    void narrow(String owner, Collection<Role> roles) {
        jdbc.sql("""
                        UPDATE api_token
                        SET roles = ARRAY(SELECT unnest(roles) INTERSECT SELECT unnest(string_to_array(:roles, ',')))
                        WHERE owner = :owner AND origin = 'OIDC' AND revoked_at IS NULL
                        """).param("owner", owner).param("roles", listed(roles)).update();
    }

    private static String listed(Collection<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static TokenView view(ResultSet row) throws SQLException {
        return new TokenView(
                row.getString("id"),
                row.getString("owner"),
                row.getString("name"),
                Columns.texts(row, "roles").stream().map(Role::valueOf).toList(),
                Columns.instant(row, "created_at"),
                Columns.instant(row, "expires_at"),
                Columns.instantOrNull(row, "last_used_at"),
                Columns.instantOrNull(row, "revoked_at"),
                row.getString("revoked_by"));
    }

    record Kept(TokenView token, Origin origin) {}
}
