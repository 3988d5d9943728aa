package id.balairung.agency;

import java.time.LocalTime;

/**
 * From when to when an agency is open on a day.
 *
 * @param opens opening time in the mall's zone
 * @param closes closing time in the mall's zone
 */
public record DayHours(LocalTime opens, LocalTime closes) {}
