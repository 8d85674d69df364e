/// Actions on our own customer records.
@NullMarked
package dev.pilothouse.actions.crm;

import org.jspecify.annotations.NullMarked;
