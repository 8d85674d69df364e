package dev.pilothouse.builderapi;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/// How large a body may be that Spring reads for a controller. Those who read their body themselves
/// have limits of their own.
@RestControllerAdvice
final class BodyLimit extends RequestBodyAdviceAdapter {
  private static final int OF_A_CALLER = 1_048_576;

  /// For an address and a password; whoever has no account costs us no more.
  private static final int OF_NOBODY = 16_384;

  private record Whole(HttpHeaders headers, InputStream body) implements HttpInputMessage {
    @Override
    public HttpHeaders getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return body;
    }
  }

  @Override
  public boolean supports(
      MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
    return true;
  }

  @Override
  public HttpInputMessage beforeBodyRead(
      HttpInputMessage sent,
      MethodParameter parameter,
      Type type,
      Class<? extends HttpMessageConverter<?>> converter)
      throws IOException {
    int limit = limit();
    byte[] body = sent.getBody().readNBytes(limit + 1);
    if (body.length > limit) {
      throw RefusedException.because(
          HttpStatus.CONTENT_TOO_LARGE,
          "A body of more than " + limit + " bytes is not even read.");
    }
    return new Whole(sent.getHeaders(), new ByteArrayInputStream(body));
  }

  private static int limit() {
    return SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication
        ? OF_A_CALLER
        : OF_NOBODY;
  }
}
