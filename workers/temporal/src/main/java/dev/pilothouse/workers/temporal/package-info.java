/// The connection to Temporal and the workers on it: queues, tuning, versioning, shutdown.
@NullMarked
package dev.pilothouse.workers.temporal;

import org.jspecify.annotations.NullMarked;
