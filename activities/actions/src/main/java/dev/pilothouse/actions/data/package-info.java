/// `transform`: data made of data.
@NullMarked
package dev.pilothouse.actions.data;

import org.jspecify.annotations.NullMarked;
