package dev.perfloop.weekly;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.perfloop.weekly.page.Headline;
import dev.perfloop.weekly.page.HtmlPage;
import dev.perfloop.weekly.page.MarkdownPage;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/** Makes reports that were asked for. Each is made once: whoever is late finds it made. */
@Service
class Reporting {
    private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int MOST_ATTEMPTS = 5;

    private final TargetReportRepository rows;
    private final Writing writing;
    private final Filing filing;
    private final InstantSource clock;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    Reporting(TargetReportRepository rows, Writing writing, Filing filing, InstantSource clock) {
        this.rows = rows;
        this.writing = writing;
        this.filing = filing;
        this.clock = clock;
    }

    /** @return whether there was one to make */
    boolean makeNext() {
        var next = rows.claim(clock.instant(), LEASE);
        next.ifPresent(this::make);
        return next.isPresent();
    }

    private void make(Asked asked) {
        try {
            var report = writing.write(asked.target(), asked.span());
            filing.file(
                    asked,
                    Headline.title(report),
                    json.writeValueAsString(report),
                    HtmlPage.of(report),
                    MarkdownPage.of(report));
        } catch (DataAccessException away) {
            // Our own database: the lease ends, and it is tried again.
            throw away;
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        } catch (RuntimeException failure) {
            LOG.error(
                    "The report {} of {} is not made (attempt {})",
                    asked.id(),
                    asked.target(),
                    asked.attempts(),
                    failure);
            if (asked.attempts() >= MOST_ATTEMPTS) {
                rows.failed(asked.id(), "It could not be made: " + failure.getMessage(), clock.instant());
            }
        }
    }
}
