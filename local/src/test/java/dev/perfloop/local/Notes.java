package dev.perfloop.local;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was said. */
public final class Notes implements StackListener {
    private final List<String> said = new CopyOnWriteArrayList<>();

    @Override
    public void note(String message) {
        said.add(message);
    }

    public List<String> said() {
        return said;
    }
}
