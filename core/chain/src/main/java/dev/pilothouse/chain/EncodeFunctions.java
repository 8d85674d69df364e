package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.TEXT;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// `encode.…` and `decode.…`: texts for places that take only some characters. Bytes are UTF-8.
final class EncodeFunctions {
  private EncodeFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(encoding(), decoding()).flatMap(List::stream).toList();
  }

  private static List<OurFunction> encoding() {
    return List.of(
        of("encode.base64", "In Base64.")
            .shown("encode.base64('Ada: 1')", "\"QWRhOiAx\"")
            .by(given -> Base64.getEncoder().encodeToString(bytes(given))),
        of("encode.base64Url", "In Base64 for addresses, without filling.")
            .shown("encode.base64Url('??>>')", "\"Pz8-Pg\"")
            .by(given -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(given))),
        of("encode.url", "For a part of an address, such as a value behind '?'.")
            .shown("encode.url('a b&c')", "\"a%20b%26c\"")
            .by(given -> url(given.text(0))),
        of("encode.html", "For a text within HTML.")
            .shown("encode.html('<b>\"A&B\"</b>')", "\"&lt;b&gt;&quot;A&amp;B&quot;&lt;/b&gt;\"")
            .by(given -> html(given.text(0))),
        of("encode.hex", "In hexadecimal digits.")
            .shown("encode.hex('Ada')", "\"416461\"")
            .by(given -> HexFormat.of().formatHex(bytes(given))));
  }

  private static List<OurFunction> decoding() {
    return List.of(
        of("decode.base64", "The text that stands in Base64, of either kind.")
            .shown("decode.base64('QWRhOiAx')", "\"Ada: 1\"")
            .by(given -> decoded(given, "Base64", EncodeFunctions::fromBase64)),
        of("decode.url", "The text that stands in a part of an address.")
            .shown("decode.url('a%20b%26c')", "\"a b&c\"")
            .by(given -> decoded(given, "a part of an address", EncodeFunctions::fromUrl)),
        of("decode.hex", "The text that stands in hexadecimal digits.")
            .shown("decode.hex('416461')", "\"Ada\"")
            .by(given ->
                decoded(given, "hexadecimal digits", text -> HexFormat.of().parseHex(text))));
  }

  private static FunctionBuilder of(String name, String does) {
    return OurFunction.named(name)
        .taking("text", TEXT)
        .giving(TEXT)
        .weighing(Weight.WHOLE)
        .does(does);
  }

  private static byte[] bytes(Given given) {
    return given.text(0).getBytes(StandardCharsets.UTF_8);
  }

  private interface Decoder {
    byte[] decode(String text);
  }

  private static Object decoded(Given given, String form, Decoder decoder) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(decoder.decode(given.text(0))))
          .toString();
    } catch (IllegalArgumentException | CharacterCodingException otherForm) {
      throw given.refuse(0, form + " of a text in UTF-8");
    }
  }

  private static byte[] fromBase64(String text) {
    return Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
  }

  private static byte[] fromUrl(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
  }

  /// The library writes for forms.
  private static String url(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("%7E", "~");
  }

  private static String html(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
