/** Mail over SMTP to real servers, well and unwell. */
@NullMarked
package dev.perfloop.mail;

import org.jspecify.annotations.NullMarked;
