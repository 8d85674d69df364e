/// The only wiring and the only `main`: settings, roles, startup.
@NullMarked
package dev.pilothouse.app;

import org.jspecify.annotations.NullMarked;
