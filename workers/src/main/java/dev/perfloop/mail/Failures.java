package dev.perfloop.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;

/** Reads from what was thrown whether a server refused for good (5yz, RFC 5321 4.2.1), for now (4yz), or was not there. */
final class Failures {
    private static final int FOR_GOOD = 500;
    private static final Pattern CODE = Pattern.compile("^([2-5]\\d\\d)[ -]");

    private Failures() {}

    static Answer read(MailException failed) {
        String reason = failed.getClass().getSimpleName();
        for (Deque<Throwable> open = beginning(failed); !open.isEmpty(); ) {
            Throwable next = open.pop();
            var code = code(next);
            if (code.isPresent()) {
                String words = "The mail server answered " + code.getAsInt() + ".";
                return code.getAsInt() >= FOR_GOOD ? new Answer.Refused(words) : new Answer.NotNow(words);
            }
            reason = next.getClass().getSimpleName();
            push(open, next.getCause());
            if (next instanceof MessagingException nested && nested.getNextException() != nested.getCause()) {
                push(open, nested.getNextException());
            }
        }
        return new Answer.NotNow("The mail server could not be reached: " + reason + ".");
    }

    private static Deque<Throwable> beginning(MailException failed) {
        Deque<Throwable> open = new ArrayDeque<>();
        open.push(failed);
        if (failed instanceof MailSendException sending) {
            Arrays.stream(sending.getMessageExceptions()).forEach(open::push);
        }
        return open;
    }

    private static void push(Deque<Throwable> open, @Nullable Throwable cause) {
        if (cause != null) {
            open.push(cause);
        }
    }

    private static OptionalInt code(Throwable thrown) {
        int code = switch (thrown) {
            case SMTPAddressFailedException address -> address.getReturnCode();
            case SMTPSenderFailedException sender -> sender.getReturnCode();
            case SMTPSendFailedException sending -> sending.getReturnCode();
            case AuthenticationFailedException unknown -> beginningOf(unknown.getMessage());
            default -> -1;
        };
        return code > 0 ? OptionalInt.of(code) : OptionalInt.empty();
    }

    /** Of a login the code is only in its words. */
    private static int beginningOf(@Nullable String words) {
        var code = CODE.matcher(words == null ? "" : words);
        return code.find() ? Integer.parseInt(code.group(1)) : -1;
    }
}
