package dev.pilothouse.model;

import java.util.Locale;

/// What we keep records of. The names stand in subjects of events, such as `deal/42`.
public enum RecordKind {
  CONTACT,
  COMPANY,
  DEAL,
  TASK,
  /// What was done or said about something; logged once and never changed.
  ACTIVITY;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
