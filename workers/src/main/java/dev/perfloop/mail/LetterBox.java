package dev.perfloop.mail;

import java.time.InstantSource;
import org.springframework.stereotype.Service;

/** Where mail is posted: in the caller's transaction, so that nothing is sent of what is not so, and nothing that is so is lost. */
@Service
public class LetterBox {
    private final LetterRepository rows;
    private final InstantSource clock;

    LetterBox(LetterRepository rows, InstantSource clock) {
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * @param cause   what the letter tells of, such as {@code weekly-report shop 2026-W47}
     * @param mailbox one address
     * @return false when a letter of this cause was posted to this mailbox before: then there is no other one
     */
    public boolean post(String cause, String mailbox, Letter letter) {
        return rows.add(cause, mailbox, letter, clock.instant());
    }
}
