package dev.perfloop.target.postgres;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;

/** Puts our tag before each statement, so that a DBA sees who asks and the analysis can leave us out. */
final class TaggedConnection {
    private TaggedConnection() {}

    static Connection of(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().startsWith("prepare") && arguments[0] instanceof String sql) {
                        // In front for pg_stat_activity, behind because pg_stat_statements 18 cuts leading comments
                        // off.
                        arguments[0] = PostgresTargetDatabase.TAG + sql + " " + PostgresTargetDatabase.TAG.strip();
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException failure) {
                        throw failure.getCause();
                    }
                });
    }
}
