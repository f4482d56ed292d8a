/**
 * Requests that are slow on purpose, one well-known cause each, and healthy ones that only look suspicious. They are the
 * labelled faults that Perfloop's diagnosis is measured by and are there only with {@code shop.faults.enabled=true}.
 */
@NullMarked
package dev.perfloop.shop.faults;

import org.jspecify.annotations.NullMarked;
