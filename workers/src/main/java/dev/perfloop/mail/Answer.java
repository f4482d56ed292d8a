package dev.perfloop.mail;

/** How sending went; the words are for a journal. */
public sealed interface Answer {
    String words();

    /** The mail server has it: it is its care from now on. */
    record Taken(String words) implements Answer {}

    /** Trying again may help. */
    record NotNow(String words) implements Answer {}

    /** Trying again cannot help before a person acted. */
    record Refused(String words) implements Answer {}
}
