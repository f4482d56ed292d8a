package dev.perfloop.weekly;

import dev.perfloop.mail.Letter;
import dev.perfloop.mail.LetterBox;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a report that was made, and puts the letters of a week's into the outbox with it: both or neither. */
@Service
class Filing {
    private final TargetReportRepository rows;
    private final LetterBox letters;
    private final WeeklyProperties properties;
    private final InstantSource clock;

    Filing(TargetReportRepository rows, LetterBox letters, WeeklyProperties properties, InstantSource clock) {
        this.rows = rows;
        this.letters = letters;
        this.properties = properties;
        this.clock = clock;
    }

    /** Nothing where somebody else was faster. */
    @Transactional
    public void file(Asked asked, String title, String content, String html, String markdown) {
        boolean ours = rows.made(asked.id(), content, html, markdown, clock.instant());
        if (ours && asked.weekly()) {
            var letter = new Letter("Weekly report: " + title, markdown, html);
            properties.receivers().stream()
                    .filter(receiver -> receiver.wants(asked.target()))
                    .forEach(receiver -> letters.post("weekly-report " + asked.id(), receiver.mailbox(), letter));
        }
    }
}
