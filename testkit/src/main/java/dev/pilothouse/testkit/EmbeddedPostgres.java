package dev.pilothouse.testkit;

import dev.pilothouse.workers.platform.Cache;
import dev.pilothouse.workers.platform.PostgresServer;

/// The embedded platform's own PostgreSQL, careless about its data, ended with this JVM.
final class EmbeddedPostgres {

  private EmbeddedPostgres() {}

  static PostgresAddress start() {
    var server = PostgresServer.throwAway(Cache.standard());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop-postgres"));
    var roles = PostgresAddress.freshPasswords();
    server.giveRoles(roles);
    return new PostgresAddress("127.0.0.1", server.port(), server.password(), roles);
  }
}
