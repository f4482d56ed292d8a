@NullMarked
package dev.perfloop.local.dist;

import org.jspecify.annotations.NullMarked;
