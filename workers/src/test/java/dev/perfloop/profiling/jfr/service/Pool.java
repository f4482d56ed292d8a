package dev.perfloop.profiling.jfr.service;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A real pool of connections that lead nowhere. */
final class Pool {
    private final TransactionTemplate transactions;

    Pool(int size) {
        var config = new HikariConfig();
        config.setDataSource(nowhere(DataSource.class, (method, arguments) -> connection()));
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(10_000);
        transactions = new TransactionTemplate(new DataSourceTransactionManager(new HikariDataSource(config)));
    }

    /** Holds a connection while it waits for something else. */
    void reserve() throws SQLException {
        transactions.executeWithoutResult(status -> askAround());
    }

    private static void askAround() {
        Handlers.pause(30);
    }

    private static Connection connection() {
        return nowhere(Connection.class, (method, arguments) -> switch (method) {
            case "isValid", "getAutoCommit" -> true;
            case "getTransactionIsolation" -> Connection.TRANSACTION_READ_COMMITTED;
            case "isClosed", "isReadOnly" -> false;
            case "getNetworkTimeout", "getHoldability" -> 0;
            case "hashCode" -> 1;
            default -> null;
        });
    }

    private interface Answers {
        @org.jspecify.annotations.Nullable Object to(String method, Object[] arguments);
    }

    private static <T> T nowhere(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                Pool.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments)));
    }
}
