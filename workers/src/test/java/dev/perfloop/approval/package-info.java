@NullMarked
package dev.perfloop.approval;

import org.jspecify.annotations.NullMarked;
