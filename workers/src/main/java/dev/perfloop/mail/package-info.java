/**
 * Sends mail over SMTP: at once for a room that keeps a journal of its own, or through an outbox. It knows nothing of what is in a
 * letter.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package dev.perfloop.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
