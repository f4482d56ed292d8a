/** Tells receivers of alerts: an outbox with a journal, sent again with growing pauses until it is taken. */
@NullMarked
package dev.perfloop.alert.delivery;

import org.jspecify.annotations.NullMarked;
