@NullMarked
package dev.perfloop.target.postgres;

import org.jspecify.annotations.NullMarked;
