package dev.pilothouse.chain;

import static dev.pilothouse.chain.Kind.CLOCK;
import static dev.pilothouse.chain.Kind.DAY;
import static dev.pilothouse.chain.Kind.LANGUAGE;
import static dev.pilothouse.chain.Kind.TEXT;
import static dev.pilothouse.chain.Kind.TEXTS;
import static dev.pilothouse.chain.Kind.TIME;
import static dev.pilothouse.chain.Kind.TIME_FORM;
import static dev.pilothouse.chain.Kind.TRUTH;
import static dev.pilothouse.chain.Kind.WHOLE;
import static dev.pilothouse.chain.Kind.ZONE;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalAdjuster;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `date.…`: times in a zone, and working days. A zone that is left out is UTC.
final class DateFunctions {
  private static final int CALL = 40;
  private static final int BY_FORM = 200;
  private static final int FARTHEST = 1_000_000;
  private static final int EARLIEST_YEAR = 1;
  private static final int LATEST_YEAR = 9999;
  private static final String MIDNIGHT = "'2026-11-20T23:30:00Z'";

  private DateFunctions() {}

  static List<OurFunction> all() {
    return Stream.of(reading(), starts(), moving(), telling(), workingDays())
        .flatMap(List::stream)
        .toList();
  }

  private static FunctionBuilder named(String name) {
    return OurFunction.named(name).costing(CALL);
  }

  private static List<OurFunction> reading() {
    return List.of(
        named("date.of")
            .taking("text", DAY)
            .maybe("zone", ZONE)
            .giving(TIME)
            .does("The time that a text says; a date alone is its first moment in the zone.")
            .shown("date.of('2026-11-20', 'Europe/Berlin')", "\"2026-11-19T23:00:00Z\"")
            .by(given -> given.time(0, given.zone(1))),
        named("date.parse")
            .costing(BY_FORM)
            .taking("text", TEXT)
            .taking("form", TIME_FORM)
            .maybe("zone", ZONE)
            .giving(TIME)
            .does(
                "The time that a text says in a form of its own, such as 'dd.MM.yyyy' or 'd/M/yy HH:mm'.")
            .shown(
                "date.parse('20.11.2026 09:30', 'dd.MM.yyyy HH:mm', 'Europe/Berlin')",
                "\"2026-11-20T08:30:00Z\"")
            .by(DateFunctions::parse),
        named("date.format")
            .costing(BY_FORM)
            .taking("time", DAY)
            .taking("form", TIME_FORM)
            .maybe("zone", ZONE)
            .maybe("language", LANGUAGE)
            .giving(TEXT)
            .does(
                "A time in a form of your own; names of days and months are English, or of the language.")
            .shown(
                "date.format(" + MIDNIGHT + ", 'EEEE, d. MMMM yyyy HH:mm', 'Europe/Berlin', 'de')",
                "\"Samstag, 21. November 2026 00:30\"")
            .by(DateFunctions::format),
        named("date.iso")
            .taking("time", DAY)
            .maybe("zone", ZONE)
            .giving(TEXT)
            .does("The date of a time in the zone, as 2026-11-20.")
            .shown("date.iso(" + MIDNIGHT + ", 'Europe/Berlin')", "\"2026-11-21\"")
            .by(given -> local(given, 1).toLocalDate().toString()));
  }

  private static List<OurFunction> starts() {
    return List.of(
        moment("date.startOfDay", "The first moment of the day.", "\"2026-11-20T23:00:00Z\"")
            .by(given -> startOf(given, day -> day)),
        moment("date.endOfDay", "The last second of the day.", "\"2026-11-21T22:59:59Z\"")
            .by(given -> beforeNext(given, day -> day.plus(1, ChronoUnit.DAYS))),
        moment("date.startOfWeek", "The first moment of its Monday.", "\"2026-11-15T23:00:00Z\"")
            .by(given -> startOf(given, TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
        moment("date.startOfMonth", "The first moment of the month.", "\"2026-10-31T23:00:00Z\"")
            .by(given -> startOf(given, TemporalAdjusters.firstDayOfMonth())),
        moment("date.endOfMonth", "The last second of the month.", "\"2026-11-30T22:59:59Z\"")
            .by(given -> beforeNext(given, TemporalAdjusters.firstDayOfNextMonth())),
        moment("date.startOfYear", "The first moment of the year.", "\"2025-12-31T23:00:00Z\"")
            .by(given -> startOf(given, TemporalAdjusters.firstDayOfYear())),
        named("date.at")
            .taking("time", DAY)
            .taking("clock", CLOCK)
            .maybe("zone", ZONE)
            .giving(TIME)
            .does("The same day at another time of day, such as '09:00'.")
            .shown(
                "date.at('2026-11-20T16:45:00Z', '09:00', 'Europe/Berlin')",
                "\"2026-11-20T08:00:00Z\"")
            .by(given -> checked(given, local(given, 2).with(clock(given)))));
  }

  private static FunctionBuilder moment(String name, String does, String result) {
    return named(name)
        .taking("time", DAY)
        .maybe("zone", ZONE)
        .giving(TIME)
        .does(does)
        .shown(name + "(" + MIDNIGHT + ", 'Europe/Berlin')", result);
  }

  private static List<OurFunction> moving() {
    return List.of(
        moving(
                "date.addDays",
                ChronoUnit.DAYS,
                "Days later, or earlier for less than none; the time of day stays.")
            .shown(
                "date.addDays('2026-10-24T10:00:00Z', 1, 'Europe/Berlin')",
                "\"2026-10-25T11:00:00Z\"")
            .by(given -> moved(given, ChronoUnit.DAYS)),
        moving(
                "date.addMonths",
                ChronoUnit.MONTHS,
                "Months later; where the month has no such day, its last one.")
            .shown("date.addMonths('2026-01-31T10:00:00Z', 1)", "\"2026-02-28T10:00:00Z\"")
            .by(given -> moved(given, ChronoUnit.MONTHS)),
        moving("date.addYears", ChronoUnit.YEARS, "Years later.")
            .shown("date.addYears('2024-02-29T10:00:00Z', 1)", "\"2025-02-28T10:00:00Z\"")
            .by(given -> moved(given, ChronoUnit.YEARS)));
  }

  private static FunctionBuilder moving(String name, ChronoUnit unit, String does) {
    return named(name)
        .taking("time", DAY)
        .taking(unit.toString().toLowerCase(Locale.ROOT), WHOLE)
        .maybe("zone", ZONE)
        .giving(TIME)
        .does(does);
  }

  private static List<OurFunction> telling() {
    return List.of(
        named("date.weekday")
            .taking("time", DAY)
            .maybe("zone", ZONE)
            .giving(TEXT)
            .does("The day of the week in English, in small letters.")
            .shown("date.weekday(" + MIDNIGHT + ", 'Europe/Berlin')", "\"saturday\"")
            .by(given -> local(given, 1).getDayOfWeek().toString().toLowerCase(Locale.ROOT)),
        named("date.week")
            .taking("time", DAY)
            .maybe("zone", ZONE)
            .giving(WHOLE)
            .does("The number of the week, as ISO counts them.")
            .shown("date.week('2026-11-20')", "47")
            .by(given -> (long) local(given, 1).get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)),
        between(
                "date.daysBetween",
                "Full days of the calendar from one time to another; less than none where the second is earlier.")
            .shown("date.daysBetween('2026-11-20T23:30:00Z', '2026-12-01', 'Europe/Berlin')", "10")
            .by(given -> ChronoUnit.DAYS.between(day(given, 0), day(given, 1))),
        between("date.monthsBetween", "Full months from one time to another.")
            .shown("date.monthsBetween('2026-01-31', '2026-03-30')", "1")
            .by(given -> ChronoUnit.MONTHS.between(day(given, 0), day(given, 1))),
        between("date.yearsBetween", "Full years from one time to another, as an age is told.")
            .shown("date.yearsBetween('1990-05-17', '2026-05-16')", "35")
            .by(given -> ChronoUnit.YEARS.between(day(given, 0), day(given, 1))));
  }

  private static FunctionBuilder between(String name, String does) {
    return named(name)
        .taking("from", DAY)
        .taking("to", DAY)
        .maybe("zone", ZONE)
        .giving(WHOLE)
        .does(does);
  }

  private static List<OurFunction> workingDays() {
    return List.of(
        named("date.isWorkingDay")
            .taking("time", DAY)
            .maybe("zone", ZONE)
            .maybe("holidays", TEXTS)
            .giving(TRUTH)
            .weighing(Weight.WHOLE)
            .does(
                "Whether it is Monday to Friday and none of the holidays, which are dates such as '2026-12-25'.")
            .shown("date.isWorkingDay('2026-12-25', 'Europe/Berlin', ['2026-12-25'])", "false")
            .by(given -> workingDays(given, 2).isOne(local(given, 1).toLocalDate())),
        named("date.addWorkingDays")
            .taking("time", DAY)
            .taking("days", WHOLE)
            .maybe("zone", ZONE)
            .maybe("holidays", TEXTS)
            .giving(TIME)
            .weighing(Weight.WHOLE)
            .does("Working days later, or earlier for less than none; the time of day stays.")
            .shown(
                "date.addWorkingDays('2026-12-24T10:00:00Z', 2, 'Europe/Berlin', ['2026-12-25'])",
                "\"2026-12-29T10:00:00Z\"")
            .by(DateFunctions::addWorkingDays),
        named("date.workingDaysBetween")
            .taking("from", DAY)
            .taking("to", DAY)
            .maybe("zone", ZONE)
            .maybe("holidays", TEXTS)
            .giving(WHOLE)
            .weighing(Weight.WHOLE)
            .does("How many working days must be added to the first to come to the second.")
            .shown("date.workingDaysBetween('2026-11-20', '2026-11-24')", "2")
            .by(given -> workingDays(given, 3).between(day(given, 0), day(given, 1))));
  }

  private static Object addWorkingDays(Given given) {
    ZonedDateTime from = local(given, 2);
    LocalDate to =
        workingDays(given, 3).add(from.toLocalDate(), given.whole(1, -FARTHEST, FARTHEST));
    return checked(given, from.with(to));
  }

  private static WorkingDays workingDays(Given given, int holidays) {
    return new WorkingDays(
        given.has(holidays)
            ? given.texts(holidays).stream().map(text -> holiday(given, holidays, text)).toList()
            : List.of());
  }

  private static LocalDate holiday(Given given, int at, String text) {
    return Days.date(text).orElseThrow(() -> given.refuse(at, "dates such as '2026-12-25'"));
  }

  private static LocalDate day(Given given, int at) {
    ZoneId zone = given.zone(2);
    return given.time(at, zone).atZone(zone).toLocalDate();
  }

  private static ZonedDateTime local(Given given, int zoneAt) {
    ZoneId zone = given.zone(zoneAt);
    return given.time(0, zone).atZone(zone);
  }

  private static Object startOf(Given given, TemporalAdjuster to) {
    ZonedDateTime time = local(given, 1);
    return checked(given, time.toLocalDate().with(to).atStartOfDay(time.getZone()));
  }

  private static Object beforeNext(Given given, TemporalAdjuster to) {
    ZonedDateTime time = local(given, 1);
    return checked(given, time.toLocalDate().with(to).atStartOfDay(time.getZone()).minusSeconds(1));
  }

  private static Object moved(Given given, ChronoUnit unit) {
    return checked(given, local(given, 2).plus(given.whole(1, -FARTHEST, FARTHEST), unit));
  }

  private static LocalTime clock(Given given) {
    return Days.timeOfDay(given.text(1)).orElseThrow(() -> given.refuse(1));
  }

  /// CEL's own times end there.
  private static Instant checked(Given given, ZonedDateTime time) {
    if (time.getYear() < EARLIEST_YEAR || time.getYear() > LATEST_YEAR) {
      throw given.refuse("the year " + time.getYear() + " is not between 1 and 9999");
    }
    return time.toInstant();
  }

  private static Object parse(Given given) {
    DateTimeFormatter form =
        new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(form(given, Locale.ENGLISH))
            .parseDefaulting(ChronoField.ERA, 1)
            .toFormatter(Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);
    try {
      return checked(given, zoned(form, given.text(0), given.zone(2)));
    } catch (DateTimeException otherForm) {
      throw given.refuse(0, "a text in the form '" + given.text(1) + "'");
    }
  }

  private static ZonedDateTime zoned(DateTimeFormatter form, String text, ZoneId zone) {
    return switch (form.parseBest(
        text, ZonedDateTime::from, LocalDateTime::from, LocalDate::from)) {
      case ZonedDateTime time -> time;
      case LocalDateTime time -> time.atZone(zone);
      case TemporalAccessor day -> LocalDate.from(day).atStartOfDay(zone);
    };
  }

  private static Object format(Given given) {
    ZonedDateTime time = local(given, 2);
    try {
      return form(given, language(given)).format(time);
    } catch (DateTimeException unfit) {
      throw given.refuse(1);
    }
  }

  private static DateTimeFormatter form(Given given, Locale language) {
    return TimeForms.of(given.text(1), language).orElseThrow(() -> given.refuse(1));
  }

  private static Locale language(Given given) {
    return given.has(3)
        ? Languages.of(given.text(3)).orElseThrow(() -> given.refuse(3))
        : Locale.ENGLISH;
  }
}
