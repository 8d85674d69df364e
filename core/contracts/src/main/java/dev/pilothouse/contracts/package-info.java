/// Workflow and activity signatures and payloads: all that Temporal's histories must read back for
/// years. A name or a field that stands here is never changed, only added to.
@NullMarked
package dev.pilothouse.contracts;

import org.jspecify.annotations.NullMarked;
