package dev.perfloop.analysis.calls;

import dev.perfloop.analysis.Proposal.CodeAdvice;
import org.jspecify.annotations.Nullable;

/** What a person changes in the code, for the access layers that services on PostgreSQL mostly have. */
final class CallAdvice {
    private CallAdvice() {}

    static CodeAdvice onceForAllRows(String query, @Nullable String source) {
        return new CodeAdvice("Fetch the rows of all keys with one statement", """
                The statement
                ```sql
                %s
                ```
                runs once for each %s. Ask once for all of them:

                - **JPA/Hibernate**: `JOIN FETCH` or `@EntityGraph` on the query that loads the list; where several collections \
                hang on it, `@BatchSize(size = 100)` or `hibernate.default_batch_fetch_size=100` (`@Fetch(SUBSELECT)` for all).
                - **Spring Data**: a method `findByIdIn(Collection<Long> ids)`, called once, its result put in a `Map` by key.
                - **JDBC/JdbcClient**: `WHERE key = ANY (?)` with `connection.createArrayOf(...)`, or join the two statements.
                - **jOOQ**: `multiset(...)`, or `fetchGroups` over one query.

                Keep a test that counts statements (for example datasource-proxy's `QueryCount`, or Hibernate's `Statistics`), so \
                that it does not come back.""".formatted(
                        Shown.shortly(query), source == null ? "key" : "row of `" + Shown.shortly(source) + "`"));
    }

    static CodeAdvice fewerTrips(String request, long statements) {
        return new CodeAdvice("Answer " + request + " with fewer statements", """
                %d statements wait for each other, most of them for the way to the database and back.

                - Put look-ups of the same table together (`WHERE id = ANY (?)`), and single figures into one `SELECT` with \
                sub-selects.
                - Load a page's aggregate with one query (`JOIN`, `LATERAL`, or `jsonb_agg`), as a projection instead of entities.
                - What does not change by the request (settings, menus, rights) belongs in a cache.
                - What must stay apart can be sent together: R2DBC or the driver's pipeline mode; or run independent ones at \
                the same time, with a connection each only if the pool has them to spare.""".formatted(statements));
    }

    static CodeAdvice inBatches(String query, boolean commits) {
        return new CodeAdvice(
                commits ? "Write all rows in one transaction, in batches" : "Write the rows in batches", """
                The statement
                ```sql
                %s
                ```
                is sent row by row%s.

                %s- **JDBC/JdbcTemplate**: `batchUpdate(sql, rows, 500, ...)`, and `reWriteBatchedInserts=true` in the JDBC URL, so that \
                inserts travel as one multi-row statement.
                - **JPA/Hibernate**: `hibernate.jdbc.batch_size=50`, `hibernate.order_inserts=true`, `hibernate.order_updates=true`, and ids \
                from a sequence with `allocationSize` >= 50 (`IDENTITY` switches batching off); flush and clear in between.
                - **SQL**: `INSERT ... SELECT FROM unnest(?, ?)`, `UPDATE ... FROM unnest(...)`, or `COPY` for thousands of rows.""".formatted(
                                Shown.shortly(query),
                                commits ? ", and each row waits for a commit to reach the disk" : "",
                                commits
                                        ? "- **One transaction**: `@Transactional` on the method that loops, not on the one that writes a row.\n"
                                        : ""));
    }

    static CodeAdvice fetchLess(String query, String what) {
        return new CodeAdvice("Fetch only what the answer shows", """
                The statement
                ```sql
                %s
                ```
                brings %s.

                - Let the database count, sum and choose: `count(*)`, `EXISTS`, `GROUP BY`, a `WHERE` for what the code filters out.
                - Name the columns; in JPA a projection (interface or record) instead of the entity, large columns \
                `@Basic(fetch = LAZY)` or in a table of their own.
                - Bound the result: `LIMIT`, `Pageable`, or `Slice`; for exports a cursor (`setFetchSize` within a transaction, or \
                `Stream<T>`).""".formatted(Shown.shortly(query), what));
    }

    static CodeAdvice seekInsteadOfSkip(String query) {
        return new CodeAdvice("Page by the last key seen instead of by an offset", """
                The statement
                ```sql
                %s
                ```
                reads and throws away all rows before its page, the more the further a reader goes.

                - Remember the last row of the page: `WHERE (sort_column, id) > (?, ?) ORDER BY sort_column, id LIMIT n`, with an \
                index on the same columns in the same order.
                - **Spring Data**: `ScrollPosition.keyset()` with `Window<T>`; **jOOQ**: `seek(...)`; **Hibernate 6.5+**: `KeyedPage`.
                - Where people jump to a page number, bound how far they can go, and do not count all rows for it (`Slice` instead \
                of `Page`).""".formatted(Shown.shortly(query)));
    }
}
