package id.balairung.history.ui;

import id.balairung.security.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A column of the list. */
enum TurnColumn {
    /** With the day below the time when a period has several. */
    CALLED(95, Choice.NONE),
    NUMBER(86, Choice.NONE),
    AGENCY(150, Choice.STANDARD),
    SERVICE(132, Choice.STANDARD),
    COUNTER(45, Choice.STANDARD),
    OFFICER(106, Choice.STANDARD),
    PRIORITY(104, Choice.STANDARD),
    QUEUED(84, Choice.ADDED),
    WAIT(74, Choice.STANDARD),
    WAY(104, Choice.ADDED),
    SERVICE_TIME(70, Choice.STANDARD),
    ENDED(84, Choice.ADDED),
    RATING(62, Choice.ADDED),
    CORRECTION(94, Choice.ADDED),
    STATE(138, Choice.NONE);

    private final int width;
    private final Choice choice;

    private enum Choice {
        NONE,
        STANDARD,
        ADDED
    }

    TurnColumn(int width, Choice choice) {
        this.width = width;
        this.choice = choice;
    }

    /** Those that a person of a role may choose among. */
    static List<TurnColumn> choosable(Role role) {
        return Arrays.stream(values())
                .filter(column -> column.choice != Choice.NONE)
                .filter(column -> column != AGENCY || !role.belongsToAgency())
                .filter(column -> (column != OFFICER && column != RATING) || role != Role.OFFICER)
                .toList();
    }

    /** Those that are there until somebody chooses. */
    static Set<TurnColumn> standard(Role role) {
        Set<TurnColumn> standard = EnumSet.noneOf(TurnColumn.class);
        choosable(role).stream()
                .filter(column -> column.choice == Choice.STANDARD)
                .forEach(standard::add);
        return standard;
    }

    static Optional<TurnColumn> of(String code) {
        return HistoryQuery.constant(values(), code);
    }

    String code() {
        return HistoryQuery.code(this);
    }

    String key() {
        return "history.column." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** In pixels. */
    int width() {
        return width;
    }

    boolean isChoosable() {
        return choice != Choice.NONE;
    }
}
