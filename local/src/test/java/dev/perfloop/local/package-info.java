@NullMarked
package dev.perfloop.local;

import org.jspecify.annotations.NullMarked;
