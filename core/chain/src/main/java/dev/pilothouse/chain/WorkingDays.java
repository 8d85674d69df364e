package dev.pilothouse.chain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/// Monday to Friday, without the holidays that are named. Never walks day by day: a loop over many
/// rows may ask for years.
final class WorkingDays {
  private static final int A_WEEK = 5;

  private final NavigableSet<LocalDate> holidays = new TreeSet<>();

  WorkingDays(Collection<LocalDate> holidays) {
    holidays.stream().filter(WorkingDays::isWeekday).forEach(this.holidays::add);
  }

  boolean isOne(LocalDate day) {
    return isWeekday(day) && !holidays.contains(day);
  }

  /// The day so many working days later, or earlier for less than none.
  LocalDate add(LocalDate day, int count) {
    LocalDate from = day;
    int left = count;
    while (left != 0) {
      LocalDate to = addWeekdays(from, left);
      left = Integer.signum(count) * holidaysOnTheWay(from, to);
      from = to;
    }
    return from;
  }

  /// How many [#add] would have to add to the first to come to the second, or past it.
  long between(LocalDate first, LocalDate second) {
    return first.isAfter(second)
        ? holidaysOnTheWay(first, second) - weekdays(second, first)
        : weekdays(first.plusDays(1), second.plusDays(1)) - holidaysOnTheWay(first, second);
  }

  /// Without the first of the two, wherever it lies.
  private int holidaysOnTheWay(LocalDate from, LocalDate to) {
    return from.isBefore(to)
        ? holidays.subSet(from, false, to, true).size()
        : holidays.subSet(to, true, from, false).size();
  }

  private static LocalDate addWeekdays(LocalDate day, int count) {
    LocalDate from = isWeekday(day) ? day : nearestWeekday(day, count);
    long inWeeks = from.getDayOfWeek().getValue() - 1L + count;
    return monday(from)
        .plusWeeks(Math.floorDiv(inWeeks, A_WEEK))
        .plusDays(Math.floorMod(inWeeks, A_WEEK));
  }

  /// From which one more step leads to the first weekday that counts.
  private static LocalDate nearestWeekday(LocalDate day, int count) {
    return count > 0
        ? day.with(TemporalAdjusters.previous(DayOfWeek.FRIDAY))
        : day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
  }

  /// From the first, which counts, to the second, which does not.
  private static long weekdays(LocalDate from, LocalDate to) {
    return weekdaysSinceEpoch(to) - weekdaysSinceEpoch(from);
  }

  private static long weekdaysSinceEpoch(LocalDate day) {
    long weeks = Math.floorDiv(monday(day).toEpochDay(), 7);
    return weeks * A_WEEK + Math.min(day.getDayOfWeek().getValue() - 1, A_WEEK);
  }

  private static LocalDate monday(LocalDate day) {
    return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  private static boolean isWeekday(LocalDate day) {
    return day.getDayOfWeek().getValue() <= A_WEEK;
  }
}
