package dev.pilothouse.spi;

import dev.pilothouse.model.Json;

/// What an action says of itself; validation, forms, tools and documentation are made of it.
///
/// @param name as written in a definition, such as `http.request`
/// @param title for people
/// @param about one or two sentences for people
/// @param input JSON Schema of `with`; values may also be expressions in text, which are filled in
///   before the schema is checked again
/// @param output JSON Schema of what later steps may read
/// @param example of `with`; valid by `input`
/// @param promises what its calls may promise
/// @param reversibility how a person takes the effect back, or that nobody can
public record ActionDescriptor(
    String name,
    String title,
    String about,
    Json input,
    Json output,
    Json example,
    ActionPromises promises,
    String reversibility) {}
