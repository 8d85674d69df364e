package dev.pilothouse.actions.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;

/// Opens connections. A call that changes something gets a connection of its own: an idle one may
/// have been closed by the other side unnoticed, and then nobody would know whether it acted.
final class HttpClients {
  private final OutgoingAddresses addresses;
  private final OkHttpClient reusing;
  private final OkHttpClient fresh;

  HttpClients(HttpActionConfig config) {
    addresses = OutgoingAddresses.of(config);
    reusing = client(config);
    fresh = reusing.newBuilder().connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS)).build();
  }

  /// @throws AddressRefused for a literal address that may not be called; names are checked when
  ///   they are looked up
  Call newCall(Request request, boolean changesNothing) throws IOException {
    HttpUrl url = request.url();
    GuardedDns dns = new GuardedDns(addresses, url.port());
    if (isLiteral(url.host())) {
      List<InetAddress> _ = dns.lookup(url.host());
    }
    return (changesNothing ? reusing : fresh).newBuilder().dns(dns).build().newCall(request);
  }

  /// No limits of time: [dev.pilothouse.actions.outside.Sending] cuts the call. No proxy: it would
  /// look up names itself and so get round the check of addresses.
  private static OkHttpClient client(HttpActionConfig config) {
    return new OkHttpClient.Builder()
        .retryOnConnectionFailure(false)
        .followRedirects(false)
        .followSslRedirects(false)
        .protocols(List.of(Protocol.HTTP_1_1))
        .proxy(Proxy.NO_PROXY)
        .connectTimeout(config.connectTimeout())
        .readTimeout(0, TimeUnit.MILLISECONDS)
        .writeTimeout(0, TimeUnit.MILLISECONDS)
        .addNetworkInterceptor(new OneSend())
        .build();
  }

  /// Anything made of digits and dots is taken for a number by the system, such as `2130706433`.
  private static boolean isLiteral(String host) {
    return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
  }
}
