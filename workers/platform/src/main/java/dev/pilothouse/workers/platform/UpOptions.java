package dev.pilothouse.workers.platform;

import java.nio.file.Path;

/// What `up` was asked for.
///
/// @param port the page's port; 0 picks free ports for everything
/// @param detach true returns when ready and leaves all running; false ends all when this process
///   ends
/// @param jar the Spring Boot jar that holds the app; it is unpacked into the cache, so building it
///   anew never harms a running app
public record UpOptions(
    DataFolder data, Cache cache, int port, TemporalChoice temporal, boolean detach, Path jar) {}
