package dev.perfloop.mail;

/**
 * A document for a person's mailbox, twice: a mail program shows one of both.
 *
 * @param subject one line; what would begin another one is taken out
 * @param text    plain, lines of any length
 * @param html    a whole document; whoever writes it escapes what is foreign
 */
public record Letter(String subject, String text, String html) {
    /** RFC 5322 bears 998 characters in a line; more than this nobody reads in a list. */
    private static final int LONGEST_SUBJECT = 200;

    public Letter {
        String line = subject.replaceAll("\\p{Cntrl}+|[\\u2028\\u2029]+", " ").strip();
        subject = line.length() <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, LONGEST_SUBJECT - 1))) + "…";
    }
}
