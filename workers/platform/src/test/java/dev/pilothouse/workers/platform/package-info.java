/// Tests of the embedded platform, on the real parts.
@NullMarked
package dev.pilothouse.workers.platform;

import org.jspecify.annotations.NullMarked;
