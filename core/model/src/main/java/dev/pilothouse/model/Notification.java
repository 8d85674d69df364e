package dev.pilothouse.model;

import java.time.Instant;
import java.util.Optional;

/// What one person is told within the house.
///
/// @param position larger is later, numbers may be missing
/// @param to whom its sender addressed: a person, a role, an owner
/// @param about what it is about, such as `deal/42`; empty for nothing
/// @param run that sent it; empty where it was sent by hand
/// @param readAt when the person had read it; empty before
public record Notification(
    NotificationId id,
    long position,
    String to,
    String text,
    String about,
    Optional<RunId> run,
    String actor,
    Instant createdAt,
    Optional<Instant> readAt) {}
