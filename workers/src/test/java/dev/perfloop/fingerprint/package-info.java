@NullMarked
package dev.perfloop.fingerprint;

import org.jspecify.annotations.NullMarked;
