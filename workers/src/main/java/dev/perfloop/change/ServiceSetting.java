package dev.perfloop.change;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One value of the service, now and then.
 *
 * @param name     as the service calls it
 * @param former   what held when the plan was drafted
 * @param calls    what is called to set it, in order, for a person to read; without secrets
 * @param callBack what is called to put the former value back
 */
public record ServiceSetting(String name, String value, String former, List<String> calls, List<String> callBack) {
    private static final Pattern NAME = Pattern.compile("[\\w.\\-\\[\\]]+");
    /** What could end a JSON string or a line, or stand for something else there, is no value that we set. */
    private static final Pattern VALUE = Pattern.compile("[^\\p{Cntrl}\"\\\\{}]{1,500}");

    public ServiceSetting {
        checked(NAME, name);
        checked(VALUE, value);
        checked(VALUE, former);
    }

    static boolean isValue(String text) {
        return VALUE.matcher(text).matches();
    }

    private static void checked(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("Nothing that is set through a hook: " + text);
        }
    }
}
