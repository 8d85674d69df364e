/// The walls of the house, tested: who may import whom, and what workflow code may touch. Every
/// rule has a fixture below `fixtures` that breaks it, so that a rule which sees nothing is found
/// out.
@NullMarked
package dev.pilothouse.app.architecture;

import org.jspecify.annotations.NullMarked;
