package dev.pilothouse.stores;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.pilothouse.model.TenantId;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The connections of one process: requests work as `pilothouse_app` for one tenant, the engine as
/// `pilothouse_system`. Nothing is opened before it is used, so a database that is away is waited
/// for.
public final class Database implements AutoCloseable {
  /// How long a transaction may stand still between two statements. Ours never do, so whoever does
  /// is frozen, or lost with its machine, and must not make others wait for its rows until it is
  /// back: an event that it was about to write would hold up the whole intake of every process it
  /// is sent to again. Shorter than the lease, so that what follows from its end finds no lock.
  private static final Duration STANDSTILL = Duration.ofSeconds(9);

  /// How long an answer may take. A server that vanishes with its machine says nothing, and whoever
  /// reads from it would read for ever. No statement of ours takes as long; migrations have
  /// connections of their own. What stands in the address goes before it.
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final HikariDataSource appPool;
  private final HikariDataSource systemPool;
  private final Duration silence;
  private final Session app;
  private final Session system;

  public Database(DatabaseConfig config) {
    this(config, STANDSTILL, SILENCE);
  }

  Database(DatabaseConfig config, Duration standstill, Duration silence) {
    this.silence = silence;
    appPool = pool(config, standstill, "pilothouse_app", config.appPassword());
    systemPool = pool(config, standstill, "pilothouse_system", config.systemPassword());
    app = new Session(appPool);
    system = new Session(systemPool);
  }

  /// Lets the pools tell how full they are.
  public void reportTo(MeterRegistry meters) {
    appPool.setMetricRegistry(meters);
    systemPool.setMetricRegistry(meters);
  }

  /// Works within one transaction in which only this tenant's rows exist. The tenant is set for the
  /// transaction alone, so it never stays behind on a pooled connection.
  <T> T as(TenantId tenant, Function<JdbcClient, T> work) {
    return app.transaction(jdbc -> {
      jdbc.sql("select set_config('app.tenant', ?, true)")
          .param(tenant.toString())
          .query(String.class)
          .single();
      return work.apply(jdbc);
    });
  }

  /// Works across tenants; for intake, dispatch, sweeps and sign-in look-ups alone.
  <T> T asSystem(Function<JdbcClient, T> work) {
    return system.transaction(work);
  }

  /// Works as [#asSystem] does, and leaves nothing of it.
  <T> T undoneAsSystem(Function<JdbcClient, T> work) {
    return system.undone(work);
  }

  /// A connection outside the pools, for what must stand as long as this process does: its lock,
  /// and what it listens to.
  Connection openOwn() throws SQLException {
    Properties properties = noticingSilence();
    properties.setProperty("user", systemPool.getUsername());
    properties.setProperty("password", systemPool.getPassword());
    return DriverManager.getConnection(systemPool.getJdbcUrl(), properties);
  }

  private Properties noticingSilence() {
    Properties properties = new Properties();
    properties.setProperty("tcpKeepAlive", "true");
    properties.setProperty("socketTimeout", "" + silence.toSeconds());
    return properties;
  }

  /// Proves that both roles can work now; throws what the driver says otherwise.
  public void check() {
    app.transaction(jdbc -> jdbc.sql("select 1").query(Integer.class).single());
    system.transaction(jdbc -> jdbc.sql("select 1").query(Integer.class).single());
  }

  @Override
  public void close() {
    appPool.close();
    systemPool.close();
  }

  private HikariDataSource pool(
      DatabaseConfig config, Duration standstill, String role, String password) {
    HikariConfig pool = new HikariConfig();
    pool.setPoolName(role);
    pool.setJdbcUrl(config.url());
    pool.setUsername(role);
    pool.setPassword(password);
    pool.setMaximumPoolSize(config.connections());
    pool.setMinimumIdle(1);
    pool.setAutoCommit(false);
    pool.setInitializationFailTimeout(-1);
    pool.setConnectionTimeout(5_000);
    pool.setDataSourceProperties(noticingSilence());
    // why so: what is set by a statement is undone with the first transaction that fails
    pool.addDataSourceProperty("ApplicationName", role);
    pool.addDataSourceProperty("currentSchema", "pilothouse");
    pool.addDataSourceProperty(
        "options", "-c idle_in_transaction_session_timeout=" + standstill.toMillis());
    return new HikariDataSource(pool);
  }

  private static final class Session {
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    Session(DataSource pool) {
      jdbc = JdbcClient.create(pool);
      transactions = new TransactionTemplate(new JdbcTransactionManager(pool));
    }

    <T> T transaction(Function<JdbcClient, T> work) {
      return transactions.execute(_ -> work.apply(jdbc));
    }

    <T> T undone(Function<JdbcClient, T> work) {
      return transactions.execute(transaction -> {
        transaction.setRollbackOnly();
        return work.apply(jdbc);
      });
    }
  }
}
