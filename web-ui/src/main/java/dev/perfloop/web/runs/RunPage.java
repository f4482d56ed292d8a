package dev.perfloop.web.runs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** @param nextCursor where the next page starts; absent on the last one */
record RunPage(List<RunView> items, @Nullable String nextCursor) {}
