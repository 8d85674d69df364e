/// What an action declares of itself, kept beside it as JSON, and the check of inputs against it.
@NullMarked
package dev.pilothouse.actions.schema;

import org.jspecify.annotations.NullMarked;
