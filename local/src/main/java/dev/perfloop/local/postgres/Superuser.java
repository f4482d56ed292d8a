package dev.perfloop.local.postgres;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Who may do everything on our own server. */
public record Superuser(String user, String password) {

    public Connection connect(int port, String database) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("ApplicationName", "perfloop-stack");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + database, properties);
    }

    @Override
    public String toString() {
        return "Superuser[" + user + "]";
    }
}
