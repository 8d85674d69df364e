/// What actions on our own records have in common.
@NullMarked
package dev.pilothouse.actions.books;

import org.jspecify.annotations.NullMarked;
