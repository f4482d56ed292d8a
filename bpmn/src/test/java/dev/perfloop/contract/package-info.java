/** What the contract promises to those who build on it. */
@NullMarked
package dev.perfloop.contract;

import org.jspecify.annotations.NullMarked;
