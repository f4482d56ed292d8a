/** Receivers of alerts as real servers, well and unwell. */
@NullMarked
package dev.perfloop.alert.delivery;

import org.jspecify.annotations.NullMarked;
