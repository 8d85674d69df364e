/// The files that put Pilothouse on other machines, checked here since no container engine is at
/// hand where the tests run.
@NullMarked
package dev.pilothouse.app.deploy;

import org.jspecify.annotations.NullMarked;
