/** Who changed what through the API, and who logged in: one filter writes it, an admin reads it. */
@NullMarked
package dev.perfloop.web.audit;

import org.jspecify.annotations.NullMarked;
