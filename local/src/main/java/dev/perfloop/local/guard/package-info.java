/** Main classes of child JVMs. They travel in a small jar of their own and may use nothing but the JDK. */
@NullMarked
package dev.perfloop.local.guard;

import org.jspecify.annotations.NullMarked;
