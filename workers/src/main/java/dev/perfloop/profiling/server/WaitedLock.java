package dev.perfloop.profiling.server;

import org.jspecify.annotations.Nullable;

/** The lock a session waits for. A row lock names no table of its own: then it is the one the session locks rows in. */
record WaitedLock(
        int pid, String lockType, String mode, @Nullable String relation) {}
