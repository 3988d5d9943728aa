package id.balairung.isolation;

import static id.balairung.isolation.Outcome.DENIED;
import static id.balairung.isolation.Outcome.DONE;
import static id.balairung.isolation.Outcome.EMPTY;
import static id.balairung.isolation.Outcome.RULE;
import static id.balairung.isolation.Row.service;
import static id.balairung.isolation.State.ANY;
import static id.balairung.isolation.State.COMPLETED;
import static id.balairung.isolation.State.VIEW_KEPT;

import id.balairung.common.TypedText;
import id.balairung.history.HistoryChoices;
import id.balairung.history.SavedViews;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The rows of how people look through the history: what they can choose, and what they keep for themselves. */
final class HistoryScreenRows {

    private static final String QUERY = "periode=kemarin";

    private HistoryScreenRows() {}

    static Stream<Row> rows() {
        return Stream.of(choices(), views()).flatMap(rows -> rows);
    }

    private static Stream<Row> choices() {
        return Stream.of(
                service(
                                "HistoryChoices.counters(Optional)",
                                COMPLETED,
                                cell -> cell.the(HistoryChoices.class).counters(Optional.of(cell.agency())))
                        .officer(DONE, EMPTY)
                        .agencyAdmin(DONE, EMPTY)
                        .head(DONE),
                service(
                                "HistoryChoices.officers(Optional)",
                                COMPLETED,
                                cell -> cell.the(HistoryChoices.class).officers(Optional.of(cell.agency())))
                        .officer(DONE, EMPTY)
                        .agencyAdmin(DONE, EMPTY)
                        .head(DONE));
    }

    private static Stream<Row> views() {
        return Stream.of(
                service(
                                "SavedViews.own()",
                                VIEW_KEPT,
                                cell -> cell.the(SavedViews.class).own())
                        .officer(DONE)
                        .agencyAdmin(EMPTY)
                        .head(EMPTY)
                        .because("of oneself"),
                service(
                                "SavedViews.save(TypedText, String)",
                                ANY,
                                cell -> cell.the(SavedViews.class).save(new TypedText(cell.newName()), QUERY))
                        .officer(DONE)
                        .agencyAdmin(DONE)
                        .head(DONE)
                        .because("of oneself"),
                ofAnOfficer("SavedViews.rename(UUID, TypedText)", cell -> {
                    cell.the(SavedViews.class).rename(cell.viewOfOfficer(), new TypedText(cell.newName()));
                    return null;
                }),
                ofAnOfficer("SavedViews.replace(UUID, String)", cell -> {
                    cell.the(SavedViews.class).replace(cell.viewOfOfficer(), QUERY);
                    return null;
                }),
                ofAnOfficer("SavedViews.delete(UUID)", cell -> {
                    cell.the(SavedViews.class).delete(cell.viewOfOfficer());
                    return null;
                }),
                service(
                                "SavedViews.columns()",
                                ANY,
                                cell -> cell.the(SavedViews.class).columns() != null)
                        .officer(DONE)
                        .agencyAdmin(DONE)
                        .head(DONE)
                        .because("of oneself"),
                service("SavedViews.chooseColumns(List)", ANY, cell -> {
                            cell.the(SavedViews.class).chooseColumns(List.of("wait"));
                            return null;
                        })
                        .officer(DONE)
                        .agencyAdmin(DONE)
                        .head(DONE)
                        .because("of oneself"));
    }

    private static Row ofAnOfficer(String method, Row.Call call) {
        return service(method, VIEW_KEPT, call)
                .officer(DONE, RULE)
                .agencyAdmin(RULE, RULE)
                .head(RULE)
                .nobody(DENIED)
                .because("an officer's own; nobody else's");
    }
}
