/// Every action that comes with the house, put together in one place.
@NullMarked
package dev.pilothouse.actions;

import org.jspecify.annotations.NullMarked;
