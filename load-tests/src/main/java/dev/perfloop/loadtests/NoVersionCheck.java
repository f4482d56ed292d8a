package dev.perfloop.loadtests;

import java.util.prefs.AbstractPreferences;
import java.util.prefs.Preferences;
import java.util.prefs.PreferencesFactory;
import org.jspecify.annotations.Nullable;

/**
 * Preferences in which Gatling finds that it has looked for a newer version just now. Without them its report asks Maven
 * Central and keeps the answer in the user's home: a load test on a closed network would wait for that, and write
 * outside its directory.
 */
public final class NoVersionCheck implements PreferencesFactory {
    static void install() {
        System.setProperty("java.util.prefs.PreferencesFactory", NoVersionCheck.class.getName());
    }

    @Override
    public Preferences systemRoot() {
        return new Answers(null, "");
    }

    @Override
    public Preferences userRoot() {
        return new Answers(null, "");
    }

    private static final class Answers extends AbstractPreferences {
        Answers(@Nullable Answers parent, String name) {
            super(parent, name);
        }

        @Override
        protected @Nullable String getSpi(String key) {
            return switch (key) {
                case "lastCheckTimestamp" -> Long.toString(System.currentTimeMillis());
                case "lastCheckSuccess" -> "false";
                default -> null;
            };
        }

        @Override
        protected void putSpi(String key, String value) {
            // Nothing is to be remembered.
        }

        @Override
        protected void removeSpi(String key) {
            // Nothing was remembered.
        }

        @Override
        protected void removeNodeSpi() {
            // Nothing was remembered.
        }

        @Override
        protected String[] keysSpi() {
            return new String[0];
        }

        @Override
        protected String[] childrenNamesSpi() {
            return new String[0];
        }

        @Override
        protected AbstractPreferences childSpi(String name) {
            return new Answers(this, name);
        }

        @Override
        protected void syncSpi() {
            // Nothing to write.
        }

        @Override
        protected void flushSpi() {
            // Nothing to write.
        }
    }
}
