package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.TEXT;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/// `hash.…` and `id.…`: a short text for a long one, always the same for the same.
final class HashFunctions {
  private HashFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(hashes(), ids()).flatMap(List::stream).toList();
  }

  private static List<OurFunction> hashes() {
    return List.of(
        of("hash.sha256", "SHA-256 of a text in UTF-8, in 64 hexadecimal digits.")
            .shown(
                "hash.sha256('abc')",
                "\"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad\"")
            .by(given -> hex(Hashes.sha256(bytes(given, 0)))),
        of("hash.sha256Base64", "SHA-256 of a text in UTF-8, in Base64.")
            .shown("hash.sha256Base64('abc')", "\"ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=\"")
            .by(given -> base64(Hashes.sha256(bytes(given, 0)))),
        of(
                "hash.hmacSha256",
                "HMAC-SHA-256 of a text by a key, both in UTF-8, in hexadecimal digits, as web hooks are signed.")
            .taking("key", TEXT)
            .shown(
                "hash.hmacSha256('abc', 'key')",
                "\"9c196e32dc0175f86f4b1cb89289d6619de6bee699e4c378e68309ed97a1a6ab\"")
            .by(given -> hex(Hashes.hmacSha256(bytes(given, 0), key(given)))),
        of("hash.hmacSha256Base64", "The same in Base64.")
            .taking("key", TEXT)
            .shown(
                "hash.hmacSha256Base64('abc', 'key')",
                "\"nBluMtwBdfhvSxy4konWYZ3mvuaZ5MN45oMJ7Zehpqs=\"")
            .by(given -> base64(Hashes.hmacSha256(bytes(given, 0), key(given)))),
        of(
                "hash.crc32",
                "CRC-32 of a text in UTF-8, in 8 hexadecimal digits. Told apart by chance only: no protection.")
            .shown("hash.crc32('abc')", "\"352441c2\"")
            .by(given -> Hashes.crc32(bytes(given, 0))));
  }

  private static List<OurFunction> ids() {
    return List.of(
        of(
                "id.uuid",
                "A UUID (version 5) made from a name: the same name gives the same id. A namespace is a UUID, too.")
            .maybe("namespace", TEXT)
            .shown("id.uuid('deal/42')", "\"463ac247-76a6-5725-acef-145844bb33ad\"")
            .by(HashFunctions::uuid),
        of(
                "id.short",
                "Sixteen small letters and digits made from a name: the same name gives the same id.")
            .shown("id.short('deal/42')", "\"rs3rwnrkc6r0236y\"")
            .by(given -> Hashes.shortId(bytes(given, 0))));
  }

  private static FunctionBuilder of(String name, String does) {
    return OurFunction.named(name)
        .taking("text", TEXT)
        .giving(TEXT)
        .costing(30)
        .weighing(Weight.WHOLE)
        .does(does);
  }

  private static Object uuid(Given given) {
    return given.has(1)
        ? Hashes.uuid(given.text(1), bytes(given, 0)).orElseThrow(() -> given.refuse(1, "a UUID"))
        : Hashes.uuid(bytes(given, 0));
  }

  private static byte[] key(Given given) {
    if (given.text(1).isEmpty()) {
      throw given.refuse(1, "a key of at least one character");
    }
    return bytes(given, 1);
  }

  private static byte[] bytes(Given given, int at) {
    return given.text(at).getBytes(StandardCharsets.UTF_8);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static String base64(byte[] hash) {
    return Base64.getEncoder().encodeToString(hash);
  }
}
