/// Telling people something within the house.
@NullMarked
package dev.pilothouse.actions.notify;

import org.jspecify.annotations.NullMarked;
