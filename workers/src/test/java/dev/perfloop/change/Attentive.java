package dev.perfloop.change;

import java.util.ArrayList;
import java.util.List;

/** Somebody who waits for the work until they are told not to, and remembers what they heard. */
final class Attentive implements Progress {
    final List<String> heard = new ArrayList<>();
    volatile boolean gone;

    @Override
    public void at(int percent, String what) {
        heard.add(percent + " % " + what);
    }

    @Override
    public boolean calledOff() {
        return gone;
    }
}
