@NullMarked
package dev.perfloop.local.child;

import org.jspecify.annotations.NullMarked;
