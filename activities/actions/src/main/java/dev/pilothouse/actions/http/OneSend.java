package dev.pilothouse.actions.http;

import dev.pilothouse.actions.outside.Sending;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Response;

/// Stands between the open connection and the first byte of the request: says that sending begins,
/// and lets no second request through.
final class OneSend implements Interceptor {
  static final String RETRY_AFTER = "Pilothouse-Retry-After";

  /// The client sends again by itself after `503` with `Retry-After: 0`, so it does not get to see
  /// that header under its name.
  @Override
  public Response intercept(Chain chain) throws IOException {
    Objects.requireNonNull(chain.request().tag(Sending.class)).begin();
    Response response = chain.proceed(chain.request());
    String retryAfter = response.header("Retry-After", "");
    return response
        .newBuilder()
        .removeHeader("Retry-After")
        .header(RETRY_AFTER, Objects.requireNonNull(retryAfter))
        .build();
  }
}
