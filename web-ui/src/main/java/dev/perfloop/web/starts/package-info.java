/** What loads a target begins here: a run as a row, with the message that the process engine has to take. */
@NullMarked
package dev.perfloop.web.starts;

import org.jspecify.annotations.NullMarked;
