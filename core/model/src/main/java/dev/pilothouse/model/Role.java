package dev.pilothouse.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a person or a key may do. The names are stored and typed in lower case.
public enum Role {
  ADMIN,
  BUILDER,
  REVIEWER,
  OPERATOR,
  MEMBER,
  VIEWER;

  public static Optional<Role> parse(String text) {
    return Arrays.stream(values()).filter(role -> role.text().equals(text)).findFirst();
  }

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Viewers look; everyone else may let something happen, within what their later rights say.
  public boolean maySendEvents() {
    return this != VIEWER;
  }

  /// Keeps contacts, deals and tasks. Whoever may send events may: both start automations.
  public boolean mayKeepRecords() {
    return maySendEvents();
  }

  /// Lets programs in, with any role: no less than an administrator's own right.
  public boolean mayKeepKeys() {
    return this == ADMIN;
  }

  /// Says what the company is called, to all its people.
  public boolean mayKeepCompany() {
    return this == ADMIN;
  }

  /// Drafts automations and puts them live.
  public boolean mayBuild() {
    return switch (this) {
      case ADMIN, BUILDER -> true;
      case REVIEWER, OPERATOR, MEMBER, VIEWER -> false;
    };
  }

  /// Takes the wheel of runs under way. Builders too: who puts a chain live must be able to stop
  /// it.
  public boolean mayOperate() {
    return switch (this) {
      case ADMIN, BUILDER, OPERATOR -> true;
      case REVIEWER, MEMBER, VIEWER -> false;
    };
  }

  /// Gives the word that nobody else can give, such as whether an effect happened. Not builders:
  /// nobody vouches for the outcome of their own chain.
  public boolean mayDecide() {
    return switch (this) {
      case ADMIN, REVIEWER, OPERATOR -> true;
      case BUILDER, MEMBER, VIEWER -> false;
    };
  }
}
