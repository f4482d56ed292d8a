/** What monitoring raised: the inbox, and what people say of it. */
@NullMarked
package dev.perfloop.web.alerts;

import org.jspecify.annotations.NullMarked;
