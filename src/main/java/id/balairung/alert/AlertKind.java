package id.balairung.alert;

/**
 * What kind of thing went wrong. Its owner defines it once, as a constant beside the rule.
 *
 * @param code a short name, stored and used to find the texts, e.g. overdue-break
 */
public record AlertKind(String code) {}
