package dev.perfloop.mail;

import dev.perfloop.mail.LetterRepository.Posted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** Empties the letter box. A mailbox may get a letter twice when a worker is killed right after it was sent, never not at all. */
@Service
class Mails {
    private static final Logger log = LoggerFactory.getLogger(Mails.class);
    private static final int AT_ONCE = 10;
    /** Connecting, greeting, login, sender, recipient, data and the end of it may each take as long as the patience. */
    private static final int COMMANDS = 8;

    private final LetterRepository rows;
    private final MailProperties properties;
    private final Postman postman;
    private final InstantSource clock;

    Mails(LetterRepository rows, MailProperties properties, Postman postman, InstantSource clock) {
        this.rows = rows;
        this.properties = properties;
        this.postman = postman;
        this.clock = clock;
    }

    @Scheduled(fixedDelayString = "${perfloop.mail.look-every:PT10S}", initialDelayString = "PT10S")
    void send() {
        try {
            Duration lease = properties.patience().multipliedBy((long) AT_ONCE * COMMANDS);
            rows.claim(clock.instant(), lease, AT_ONCE).forEach(this::send);
        } catch (DataAccessException away) {
            log.warn("No mail is sent while Perfloop's own database is away: {}", away.getMessage());
        }
    }

    private void send(Posted posted) {
        var answer = postman.send("letter-" + posted.id(), posted.mailbox(), posted.letter(), posted.madeAt());
        Instant now = clock.instant();
        switch (answer) {
            case Answer.Taken taken -> rows.ended(posted.id(), "SENT", taken.words(), now);
            case Answer.Refused refused -> giveUp(posted, refused.words(), now);
            case Answer.NotNow notNow -> {
                if (posted.madeAt().plus(properties.giveUpAfter()).isAfter(now)) {
                    var pause = Pauses.after(posted.attempts() + 1, properties.firstPause());
                    rows.again(posted.id(), notNow.words(), now.plus(pause));
                } else {
                    giveUp(posted, notNow.words(), now);
                }
            }
        }
    }

    private void giveUp(Posted posted, String words, Instant now) {
        log.error("Letter {} ({}) is not sent: {}", posted.id(), posted.letter().subject(), words);
        rows.ended(posted.id(), "GIVEN_UP", words, now);
    }
}
