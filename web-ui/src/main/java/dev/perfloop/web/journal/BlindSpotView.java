package dev.perfloop.web.journal;

/** What a run did not look at, why, and what to do so that the next one does. */
record BlindSpotView(String what, String why, String mend) {}
