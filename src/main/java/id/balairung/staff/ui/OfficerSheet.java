package id.balairung.staff.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import id.balairung.common.ui.Notifications;
import id.balairung.security.Reauthentication;
import id.balairung.security.ui.ReauthenticationDialog;
import id.balairung.sheet.RowEffect;
import id.balairung.sheet.SheetCell;
import id.balairung.sheet.SheetColumn;
import id.balairung.sheet.SheetRow;
import id.balairung.sheet.SheetTable;
import id.balairung.sheet.ui.ExportMenu;
import id.balairung.sheet.ui.ImportDialog;
import id.balairung.sheet.ui.ImportPlan;
import id.balairung.staff.AccountDetails;
import id.balairung.staff.GivenPassword;
import id.balairung.staff.OfficerTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Takes officers in from a table, and gives them out. */
final class OfficerSheet extends Div {

    private static final List<Locale> LANGUAGES = List.of(Locale.forLanguageTag("id"), Locale.ENGLISH);

    private final transient OfficerTable table;
    private final transient Supplier<List<AccountDetails>> present;
    private final transient Reauthentication reauthentication;
    private final transient Runnable afterwards;

    OfficerSheet(
            OfficerTable table,
            Supplier<List<AccountDetails>> present,
            Reauthentication reauthentication,
            Runnable afterwards) {
        this.table = table;
        this.present = present;
        this.reauthentication = reauthentication;
        this.afterwards = afterwards;
    }

    Button importing() {
        return new Button(getTranslation("staff.sheet.import"), click -> begin());
    }

    ExportMenu exporting() {
        return new ExportMenu(
                () -> table(table.export(getTranslation("staff.sheet.yes"), getTranslation("staff.sheet.no"))),
                export -> ReauthenticationDialog.before(reauthentication, export));
    }

    private void begin() {
        List<GivenPassword> given = new ArrayList<>();
        ImportPlan plan = new ImportPlan(
                getTranslation("staff.sheet.title"),
                table(List.of(
                        row("siti.rahma", "Siti Rahmawati", "staff.sheet.yes", ""),
                        row("ahmad.yusuf", "Ahmad Yusuf", "staff.sheet.no", "1, 2"))),
                table::check,
                this::effects,
                rows -> {
                    OfficerTable.Imported imported = table.importAll(rows);
                    given.addAll(imported.given());
                    return imported.problems();
                });
        new ImportDialog(
                        plan,
                        () -> {
                            afterwards.run();
                            Notifications.SUCCESS.show(getTranslation("staff.sheet.imported"));
                            if (!given.isEmpty()) {
                                new GivenPasswordsDialog(given).open();
                            }
                        },
                        importing -> ReauthenticationDialog.before(reauthentication, importing))
                .open();
    }

    private List<RowEffect> effects(List<SheetRow> rows) {
        Map<String, String> names =
                present.get().stream().collect(Collectors.toMap(AccountDetails::username, AccountDetails::name));
        return rows.stream()
                .map(row -> names.get(row.text(OfficerTable.USERNAME)))
                .map(name -> name == null ? RowEffect.adds() : RowEffect.changes(name))
                .toList();
    }

    private List<SheetCell> row(String username, String name, String mayChoose, String counters) {
        return List.of(
                SheetCell.of(username),
                SheetCell.of(name),
                SheetCell.of(getTranslation(mayChoose)),
                SheetCell.of(counters));
    }

    private SheetTable table(List<List<SheetCell>> rows) {
        return new SheetTable(
                getTranslation("staff.officers.title"),
                List.of(
                        column(OfficerTable.USERNAME, "staff.field.username", 24),
                        column(OfficerTable.NAME, "staff.field.name", 30),
                        column(OfficerTable.MAY_CHOOSE, "staff.field.may-choose-short", 16),
                        column(OfficerTable.COUNTERS, "staff.field.counters", 16)),
                rows);
    }

    private SheetColumn column(String name, String key, int width) {
        return new SheetColumn(
                name,
                getTranslation(key),
                LANGUAGES.stream()
                        .map(language -> getTranslation(language, key))
                        .toList(),
                width);
    }
}
