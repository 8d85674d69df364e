/// The commands with a platform that only pretends, and the launcher script in a checkout that only
/// pretends.
@NullMarked
package dev.pilothouse.app.cli;

import org.jspecify.annotations.NullMarked;
