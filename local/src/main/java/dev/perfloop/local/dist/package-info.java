/** What the stack runs on but does not carry: fetched once through the user's own Maven, unpacked under the data directory. */
@NullMarked
package dev.perfloop.local.dist;

import org.jspecify.annotations.NullMarked;
