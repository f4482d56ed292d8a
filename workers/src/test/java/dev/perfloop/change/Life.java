package dev.perfloop.change;

import org.jspecify.annotations.Nullable;

/**
 * The life of a worker, counted in steps to a database, ours or the target's. After its last one every thread of it dies at the next,
 * so nothing is journalled any more; what it sent goes on at the server, as after a kill.
 */
final class Life {
    /** Of this thread and of those it starts. */
    private static final InheritableThreadLocal<@Nullable Life> CURRENT = new InheritableThreadLocal<>();

    private int left;
    private boolean dead;

    /** It was killed just now, or before. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1;

        Killed() {
            super("killed", null, false, false);
        }
    }

    interface Deed {
        void doIt() throws InterruptedException;
    }

    private Life(int steps) {
        left = steps;
    }

    /** Whether the deed came to its end. */
    static boolean of(int steps, Deed deed) throws InterruptedException {
        var life = new Life(steps);
        CURRENT.set(life);
        try {
            deed.doIt();
            return !life.isDead();
        } catch (Killed | IllegalStateException killed) {
            if (!life.isDead()) {
                throw killed;
            }
            return false;
        } finally {
            CURRENT.remove();
        }
    }

    /** Before each step to a database; nobody is killed who has no such life. */
    static void step() {
        var life = CURRENT.get();
        if (life != null) {
            life.spend();
        }
    }

    private synchronized void spend() {
        if (dead || left-- <= 0) {
            dead = true;
            throw new Killed();
        }
    }

    private synchronized boolean isDead() {
        return dead;
    }
}
