/// `mail.send`: one mail, handed to the operator's mail server once.
@NullMarked
package dev.pilothouse.actions.mail;

import org.jspecify.annotations.NullMarked;
