/// What things are: events, runs, tenants and the people and keys that act for them. Data only.
@NullMarked
package dev.pilothouse.model;

import org.jspecify.annotations.NullMarked;
