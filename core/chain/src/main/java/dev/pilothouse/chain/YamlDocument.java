package dev.pilothouse.chain;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// Reads the form of a definition in YAML 1.2. Nothing of the text chooses what is built: values
/// are objects, lists, texts, numbers, true, false and nothing, as in JSON; tags, anchors and
/// references are refused.
final class YamlDocument {
  private static final String MERGE = "<<";

  private final SourceText source;
  private final Iterator<Event> events;
  private final FormComplaints complaints;
  private final YamlMistakes mistakes;

  private YamlDocument(SourceText source) {
    this.source = source;
    this.events = new Parse(settings(source)).parseString(source.text()).iterator();
    this.complaints = new FormComplaints(source);
    this.mistakes = new YamlMistakes(source);
  }

  /// One buffer for all: each mark holds on to the one it was made in.
  private static LoadSettings settings(SourceText source) {
    return LoadSettings.builder().setBufferSize(source.length() + 1).build();
  }

  /// @throws DefinitionProblems where it is no YAML, or none that a definition may be written in
  static SourceTree read(SourceText source) {
    YamlDocument document = new YamlDocument(source);
    try {
      return document.read();
    } catch (DefinitionProblems refused) {
      throw refused;
    } catch (RuntimeException malformed) {
      throw document.complaints.fatal(document.mistakes.of(malformed));
    }
  }

  private SourceTree read() {
    next();
    if (!(next() instanceof DocumentStartEvent start)) {
      throw complaints.fatal(mistakes.nothing());
    }
    start
        .getSpecVersion()
        .filter(YamlDocument::isOld)
        .ifPresent(_ -> complaints.add(mistakes.oldVersion(span(start)), Trail.WHOLE));
    Spot root = value(next(), Span.NONE, Trail.WHOLE);
    next();
    if (next() instanceof DocumentStartEvent second) {
      throw complaints.fatal(mistakes.second(span(second)));
    }
    return complaints.tree(root);
  }

  private static boolean isOld(SpecVersion version) {
    return version.getMinor() < 2;
  }

  private Event next() {
    return events.next();
  }

  private Span span(Event event) {
    return new Span(offset(event.getStartMark()), offset(event.getEndMark()));
  }

  private int offset(Optional<Mark> mark) {
    return mark.map(Mark::getIndex).map(source::offsetOf).orElse(0);
  }

  private Spot value(Event event, Span key, Trail trail) {
    if (event instanceof NodeEvent node) {
      node.getAnchor().ifPresent(_ -> complaints.add(mistakes.anchor(span(event)), trail));
    }
    return switch (event) {
      case ScalarEvent scalar -> scalar(scalar, key, trail);
      case SequenceStartEvent list -> list(list, key, trail);
      case MappingStartEvent object -> object(object, key, trail);
      default -> Spot.scalar(asWritten(span(event)), key, span(event));
    };
  }

  private Spot scalar(ScalarEvent scalar, Span key, Trail trail) {
    Span span = span(scalar);
    refuseTag(scalar.getTag(), span, trail);
    if (scalar.isPlain()) {
      mistakes.lostInComment(span).ifPresent(lost -> complaints.warn(lost, trail));
    }
    return Spot.scalar(meant(scalar, span), key, span);
  }

  /// Signs of YAML before a text were complained about already, and were most likely meant as part
  /// of the text.
  private JsonNode meant(ScalarEvent scalar, Span span) {
    if (scalar.getTag().isPresent() || scalar.getAnchor().isPresent()) {
      return asWritten(span);
    }
    return scalar.isPlain()
        ? YamlScalar.plain(scalar.getValue())
        : JsonNodeFactory.instance.stringNode(scalar.getValue());
  }

  private JsonNode asWritten(Span span) {
    return JsonNodeFactory.instance.stringNode(
        source.text().substring(span.from(), span.to()).strip());
  }

  private void refuseTag(Optional<String> tag, Span span, Trail trail) {
    tag.ifPresent(_ -> complaints.add(mistakes.tag(span), trail));
  }

  private Spot list(SequenceStartEvent start, Span key, Trail trail) {
    refuseTag(start.getTag(), span(start), trail);
    complaints.refuseTooDeep(trail, span(start));
    List<Spot> items = new ArrayList<>();
    Event event = next();
    while (event.getEventId() != Event.ID.SequenceEnd) {
      items.add(value(event, Span.NONE, trail.item(items.size())));
      event = next();
    }
    return Spot.list(items, key, new Span(span(start).from(), span(event).to()));
  }

  private Spot object(MappingStartEvent start, Span key, Trail trail) {
    refuseTag(start.getTag(), span(start), trail);
    complaints.refuseTooDeep(trail, span(start));
    SequencedMap<String, Spot> fields = new LinkedHashMap<>();
    Event event = next();
    while (event.getEventId() != Event.ID.MappingEnd) {
      field(event, fields, trail);
      event = next();
    }
    return Spot.object(fields, key, new Span(span(start).from(), span(event).to()));
  }

  private void field(Event event, SequencedMap<String, Spot> fields, Trail trail) {
    Span key = span(event);
    Optional<String> name = name(event, trail);
    Trail here = name.map(trail::key).orElse(trail);
    Spot value = value(next(), key, here);
    name.ifPresent(found -> {
      Spot earlier = fields.putIfAbsent(found, value);
      if (earlier != null) {
        complaints.twice(found, earlier.key(), key, here);
      }
    });
  }

  /// Empty, with a complaint, for what cannot be a key.
  private Optional<String> name(Event event, Trail trail) {
    if (event instanceof ScalarEvent scalar && isKey(scalar)) {
      return Optional.of(scalar.getValue());
    }
    complaints.add(mistakes.noKey(span(event)), trail);
    value(event, Span.NONE, trail.key("?"));
    return Optional.empty();
  }

  private static boolean isKey(ScalarEvent scalar) {
    return scalar.getAnchor().isEmpty()
        && scalar.getTag().isEmpty()
        && (!scalar.isPlain() || !(scalar.getValue().isEmpty() || scalar.getValue().equals(MERGE)));
  }
}
