/// The embedded platform: PostgreSQL, Temporal and the app as children of one small supervisor, so
/// that one command starts real parts and nothing outlives it. Knows nothing of Spring or of
/// Temporal's SDK: it starts programs, and the app is one of them.
@NullMarked
package dev.pilothouse.workers.platform;

import org.jspecify.annotations.NullMarked;
