package dev.perfloop.change.guard;

/** What a guard says of beginning a change now. */
sealed interface Answer {

    /** For the journal: a whole sentence. */
    String words();

    /** Looked at, and nothing is against it. */
    record Clear(String words) implements Answer {}

    /** No need to look. */
    record Unneeded(String words) implements Answer {}

    /**
     * Not now, but perhaps in a while.
     *
     * @param mend what a person can do about it
     */
    record Wait(String words, String mend) implements Answer {}

    /** Not this change, as long as the target is as it is. */
    record Refused(String words, String mend) implements Answer {}

    /**
     * The guard could not look, which holds nothing back but is said.
     *
     * @param what was not looked at, as a noun phrase
     * @param mend what would open the view; empty when nothing does
     */
    record Unknown(String what, String why, String mend) implements Answer {
        @Override
        public String words() {
            return "Not looked at: " + what + ", as " + why + "." + (mend.isEmpty() ? "" : " " + mend);
        }
    }
}
